/** Names of files as the corpus knows them: one spelling for each, whoever wrote it. */

/** A file by its URI in the one spelling of `fileUri`. Opaque below the host; the order of files is that of its code units. */
export type FileUri = string & { readonly __brand: "FileUri" };

/** A URI that is in the one spelling already, as most are: nothing in its path needs an escape. */
const PLAIN = /^file:\/\/\/[\w.~/-]*$/;

/** A part of a path that leads to the same folder, or to the one above. */
const DOTS = /\/\.{1,2}(?:\/|$)/;

/**
 * The one spelling of a URI. Editors, Node and people escape the paths of `file:` URIs in different ways
 * (`file:///c%3A/a%20b`, `file:///C:/a b`); here everything but letters, digits, `-._~` and `/` is escaped and the letter of a
 * drive is small, as VS Code has it. URIs of other schemes are kept as they are.
 */
export function fileUri(uri: string): FileUri {
  if (PLAIN.test(uri) && !DOTS.test(uri)) return uri as FileUri;
  if (!/^file:/i.test(uri)) return uri as FileUri;
  const [, authority, path] = /^file:\/\/([^/]*)(.*)/is.exec(uri) ?? ["", "", uri.slice("file:".length)];
  const segments = withoutDots((path ?? "").split("/").map(unescapeSegment)).map(escapeSegment);
  const drive = segments[1];
  if (drive !== undefined && /^[A-Za-z]%3A$/.test(drive)) segments[1] = drive.charAt(0).toLowerCase() + drive.slice(1);
  return `file://${(authority ?? "").toLowerCase()}${segments.join("/")}` as FileUri;
}

/** The parts of a path without those that only lead to the same folder, or back to the one above. */
function withoutDots(segments: readonly string[]): readonly string[] {
  if (!segments.includes(".") && !segments.includes("..")) return segments;
  const kept: string[] = [];
  segments.forEach((segment, index) => {
    const isDots = segment === "." || segment === "..";
    // The first is empty: nothing lies above the root.
    if (segment === ".." && kept.length > 1) kept.pop();
    if (!isDots) kept.push(segment);
    else if (index === segments.length - 1) kept.push("");
  });
  return kept;
}

/** `file`, `untitled`, `vscode-vfs`; empty where there is none. */
export function schemeOf(file: FileUri): string {
  return file.slice(0, Math.max(file.indexOf(":"), 0)).toLowerCase();
}

/** The last part of a URI's path, unescaped: `09SHANGHAI374.txt`. */
export function fileName(file: FileUri): string {
  return unescapeSegment(file.slice(file.lastIndexOf("/") + 1));
}

/** The path of a file below a folder, unescaped and with `/` between its parts; null when it is not below it. */
export function pathBelow(folder: FileUri, file: FileUri): string | null {
  const prefix = folder.endsWith("/") ? folder : `${folder}/`;
  if (!file.startsWith(prefix)) return null;
  const path = file.slice(prefix.length);
  return path.includes("%") ? path.split("/").map(unescapeSegment).join("/") : path;
}

function unescapeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A stray `%` that escapes nothing stands for itself.
    return segment;
  }
}

function escapeSegment(segment: string): string {
  // A lone surrogate has no escape: it becomes the replacement character, as it does in UTF-8.
  const wellFormed = segment.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    "\uFFFD",
  );
  return encodeURIComponent(wellFormed).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
