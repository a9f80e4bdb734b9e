/** The entry of the language server in a web worker: its client is the page that started it, its files are those of the client's editor. */

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import packageJson from "../../package.json" with { type: "json" };
import { Arrivals, CANCELLING } from "./lsp/arrivals.ts";
import { serve } from "./lsp/server.ts";

const worker: DedicatedWorkerGlobalScope = self;
const arrivals = new Arrivals();
const connection = createConnection(
  arrivals.noting(new BrowserMessageReader(worker)),
  new BrowserMessageWriter(worker),
  CANCELLING,
);
/** Posting a message to oneself waits for nothing but the messages that came before. */
const turn = new MessageChannel();
/** Who pauses, in order: several may at once. */
const pausing: (() => void)[] = [];
turn.port1.onmessage = () => pausing.shift()?.();

serve(
  connection,
  arrivals,
  {
    files: null,
    turns: {
      now: () => performance.now(),
      pause: () =>
        new Promise((resume) => {
          pausing.push(resume);
          turn.port2.postMessage(null);
        }),
      wait: (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds)),
    },
    version: packageJson.version,
    clock: () => new Date(),
  },
  packageJson.version,
);
