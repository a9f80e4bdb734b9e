/** The entry of the language server in a web worker: its client is the page that started it, its files are those of the client's editor. */

import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  type Message,
} from "vscode-languageserver/browser";
import packageJson from "../../package.json" with { type: "json" };
import { serve } from "./lsp/server.ts";
import { messageOfValues } from "./lsp/written-json.ts";

/** A page is posted values. */
class ValueWriter extends BrowserMessageWriter {
  override write(message: Message): Promise<void> {
    return super.write(messageOfValues(message));
  }
}

const worker: DedicatedWorkerGlobalScope = self;
const connection = createConnection(new BrowserMessageReader(worker), new ValueWriter(worker));
/** Posting a message to oneself waits for nothing but the messages that came before. */
const turn = new MessageChannel();
/** Who pauses, in order: several may at once. */
const pausing: (() => void)[] = [];
turn.port1.onmessage = () => pausing.shift()?.();

serve(
  connection,
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
