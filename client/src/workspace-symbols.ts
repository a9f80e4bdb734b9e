/** Makes VS Code's own list of symbols show every cable that the server found: it leaves out those whose name does not hold what was typed. */

import type { SymbolInformation } from "vscode";
import type { Middleware } from "vscode-languageclient";

/** Each symbol with a name that holds the query. (VS Code asks with the first word only, and looks for the others in the container.) */
export const provideWorkspaceSymbols: NonNullable<Middleware["provideWorkspaceSymbols"]> = async (
  query,
  token,
  next,
) => {
  const found = await next(query, token);
  for (const symbol of found ?? []) symbol.name = shownName(symbol, query);
  return found;
};

/** The number; with the subject where a word of that was typed, with what was typed where it is another spelling of the number. */
function shownName({ name, containerName }: SymbolInformation, query: string): string {
  const withSubject = `${name} ${containerName.replace(STATION_AND_SERIAL, "")}`.trimEnd();
  return [name, withSubject].find((one) => holdsLetters(one, query)) ?? `${name} (${query})`;
}

/** What the server's containers begin with, before the subject. */
const STATION_AND_SERIAL = /^[A-Z'.-]+ \d+ ?/;

/** Whether the letters stand in a text in their order, as VS Code asks. */
function holdsLetters(text: string, letters: string): boolean {
  const wanted = letters.toUpperCase().replaceAll(/\s/g, "");
  let at = 0;
  for (const letter of text.toUpperCase()) if (letter === wanted[at]) at++;
  return at === wanted.length;
}
