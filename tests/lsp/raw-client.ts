/** A client that sends whatever it is told to, and counts the answers: what no library of clients would let through. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** An answer of the server, as it came. */
export interface Answer {
  readonly id?: number | string | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

export class RawClient {
  readonly process: ChildProcess;
  readonly exited: Promise<number | null>;
  /** The answers to each request, by the JSON of its id. */
  readonly answers = new Map<string, Answer[]>();
  /** The messages of its log, in order. */
  readonly log: string[] = [];
  /** What it was told to show to people, in order. */
  readonly shown: string[] = [];
  /** What the server wrote where nothing should be written. */
  stderr = "";
  #received: Buffer = Buffer.alloc(0);
  /** What came since, until a message is whole: an answer of megabytes comes in hundreds of pieces. */
  #pieces: Buffer[] = [];
  #awaited = 0;
  #waiting: (() => void)[] = [];

  constructor(program: string, args: readonly string[] = []) {
    this.process = spawn(process.execPath, [...args, program, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
    this.exited = once(this.process, "exit").then(([code]: (number | null)[]) => code ?? null);
    this.process.stdin?.on("error", () => {});
    this.process.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.stderr += text;
    });
    this.process.stdout?.on("data", (chunk: Buffer) => this.#take(chunk));
  }

  /** Sends a message; `jsonrpc` is put before it. */
  send(message: object): void {
    this.sendText(JSON.stringify({ jsonrpc: "2.0", ...message }));
  }

  /** Sends a body as it is. */
  sendText(body: string): void {
    this.process.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  /** Done when each of these requests has an answer; fails when the server has gone. */
  async answered(ids: readonly (number | string)[]): Promise<void> {
    const isOpen = (): boolean => ids.some((id) => !this.answers.has(JSON.stringify(id)));
    const gone = this.exited.then((code) => {
      throw new Error(`the server has gone with ${code}: ${this.stderr}`);
    });
    // Nobody else looks at this one where the server goes later.
    gone.catch(() => {});
    while (isOpen()) await Promise.race([new Promise<void>((resolve) => this.#waiting.push(resolve)), gone]);
  }

  /** Sends a request and waits for its answer. */
  async ask(id: number | string, method: string, params: unknown): Promise<Answer> {
    this.send({ id, method, params });
    await this.answered([id]);
    return this.answers.get(JSON.stringify(id))?.[0] ?? {};
  }

  dispose(): void {
    this.process.kill("SIGKILL");
  }

  #take(chunk: Buffer): void {
    this.#pieces.push(chunk);
    this.#awaited -= chunk.length;
    if (this.#awaited > 0) return;
    this.#received = Buffer.concat([this.#received, ...this.#pieces.splice(0)]);
    for (;;) {
      const end = this.#received.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString("latin1", 0, end))?.[1]);
      this.#awaited = end + 4 + length - this.#received.length;
      if (this.#awaited > 0) return;
      const body = this.#received.toString("utf8", end + 4, end + 4 + length);
      this.#received = this.#received.subarray(end + 4 + length);
      this.#answer(JSON.parse(body));
    }
  }

  #answer(message: Answer & { readonly method?: string; readonly params?: { readonly message?: string } }): void {
    if (message.method !== undefined) {
      if (message.method === "window/logMessage") this.log.push(message.params?.message ?? "");
      if (message.method === "window/showMessage") this.shown.push(message.params?.message ?? "");
      // The server asks: for settings, to register something, to show progress.
      if (message.id !== undefined) this.send({ id: message.id, result: null });
      return;
    }
    const key = JSON.stringify(message.id ?? null);
    this.answers.set(key, [...(this.answers.get(key) ?? []), message]);
    for (const resume of this.#waiting.splice(0)) resume();
  }
}
