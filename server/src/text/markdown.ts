/** Text that is shown as it stands inside Markdown. */

/** Characters with a meaning anywhere in a line: emphasis, code, links, HTML, struck text, mail addresses. */
const ACTIVE = /[\\`*_[\]<>~@]/g;

/** Characters with a meaning at the beginning of a line: headings, quotes, lists, rules, tables. */
const ACTIVE_AT_START = /^(?:[#+=|-]|\d+(?=[.)]))/;

/** Sequences with a meaning: an entity, a web address that links itself, an icon of VS Code's. Each is broken after its first part. */
const SEQUENCES: readonly (readonly [RegExp, string])[] = [
  [/&(?=#?\w+;)/g, "&amp;"],
  [/:(?=\/\/)/g, "\\:"],
  [/\/(?=\/[^\s/]+\.)/g, "\\/"],
  // Also in the middle of a word, where some find a web address too; and the point of a name such as `x.org`.
  [/(?<=www)\.(?=\S)/gi, "\\."],
  [/(?<=[^\s.\\])\.(?=\p{L}{2})/gu, "\\."],
  [/\$(?=\()/g, "\\$"],
];

/**
 * `text` such that Markdown shows it character by character, and with no more marks in it than that takes: `17:03`, `EAP/CM`
 * and `(U)` stay as they are. Line breaks become blanks, for the beginning of a line would mean something too.
 */
export function escapeMarkdown(text: string): string {
  let escaped = text.replace(/\s+/g, " ").replace(ACTIVE, "\\$&");
  for (const [sequence, replacement] of SEQUENCES) escaped = escaped.replace(sequence, replacement);
  const start = ACTIVE_AT_START.exec(escaped)?.[0];
  if (start === undefined) return escaped;
  // A number may not be escaped itself: the stroke goes before the point that would make it a list.
  return /\d/.test(start) ? `${start}\\${escaped.slice(start.length)}` : `\\${escaped}`;
}
