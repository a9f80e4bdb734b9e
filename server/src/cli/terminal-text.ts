/** The one place through which text goes to whoever called a command: nothing in it can steer a terminal. */

import type { CommandIo } from "./command.ts";

/**
 * Control characters but the tab and the break of a line, and marks that turn the direction of writing. They come from cables, names of files and
 * people's vocabularies.
 */
const STEERING = /\r(?!\n)|[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu;

/** `text` with what steers a terminal as JSON writes it, `\u001b`: in JSON it stays what it is, elsewhere it can be seen. */
export function terminalText(text: string): string {
  return text.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What a command writes to, with all of it made fit for a terminal. */
export function terminalIo(io: CommandIo): CommandIo {
  return {
    stdout: (text) => io.stdout(terminalText(text)),
    stderr: (text) => io.stderr(terminalText(text)),
  };
}
