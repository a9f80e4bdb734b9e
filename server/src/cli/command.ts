/** What a command of `reftel` is to the program that dispatches to it. */

/** Where a command writes. Texts are written as they are: line breaks are the command's. */
export interface CommandIo {
  stdout(text: string): void | Promise<void>;
  stderr(text: string): void;
}

/** One command of `reftel`. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The forms it is called in, a line each, without a line break at the end. */
  readonly usage: string;
  /** Runs it on the arguments after its name and answers the exit code: 0, 1 (something was found wanting) or 2 (wrong usage). */
  run(args: readonly string[], io: CommandIo): Promise<number>;
}

/** Whether `parseArgs` threw this, at an option that is unknown, lacks its value, or takes none. */
export function isWrongCall(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    error.code.startsWith("ERR_PARSE_ARGS_")
  );
}

/** What `parseArgs` found wrong, without its advice on positional arguments, which is of no use here. */
export function whatIsWrong(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split(". ")[0] ?? message;
}

/** Tells of a wrong call, and of the right ones. Answers the exit code for it. */
export function wrongUsage(io: CommandIo, { name, usage }: Pick<Command, "name" | "usage">, problem: string): number {
  io.stderr(`reftel ${name}: ${problem}\nUsage: ${usage.replaceAll("\n", ", or ")}\n`);
  return 2;
}
