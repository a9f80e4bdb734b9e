/** Offers the headings and lead-in words that cables usually have, in the style of the cable. */

import type { CableTree, Section } from "../../cable/tree.ts";
import { type CompletionContext, type CompletionProvider, type Proposal, proposal } from "./completion.ts";
import { lettersOf } from "./support/typed-word.ts";

interface HeadingRow {
  readonly title: string;
  readonly detail: string;
  /** Whether it also opens a paragraph: `1. (SBU) Summary: …`, closed by `End summary.` */
  readonly leadsIn?: true;
  /** Whether it stands above paragraphs. */
  readonly stands?: true;
}

/** The headings counted most often in released cables; what they hold. */
const HEADINGS: readonly HeadingRow[] = [
  { title: "SUMMARY", detail: "what the cable says, in a paragraph", leadsIn: true, stands: true },
  { title: "SUMMARY AND COMMENT", detail: "summary with the post's view", leadsIn: true, stands: true },
  { title: "ACTION REQUEST", detail: "what the addressee is asked to do", leadsIn: true, stands: true },
  { title: "INTRODUCTION", detail: "why the cable is written", leadsIn: true, stands: true },
  { title: "BACKGROUND", detail: "what went before", leadsIn: true, stands: true },
  { title: "PARTICIPANTS", detail: "who took part in a meeting", stands: true },
  { title: "OBJECTIVES", detail: "what a démarche is to reach", stands: true },
  { title: "TALKING POINTS", detail: "what is to be said", stands: true },
  { title: "REPORTING DEADLINE", detail: "until when posts answer", stands: true },
  { title: "POINT OF CONTACT", detail: "whom to ask", stands: true },
  { title: "BIOGRAPHICAL NOTE", detail: "about a person", leadsIn: true, stands: true },
  { title: "NEXT STEPS", detail: "what follows", stands: true },
  { title: "CONCLUSION", detail: "what it comes to", leadsIn: true, stands: true },
  { title: "COMMENT", detail: "the post's own view", leadsIn: true, stands: true },
  { title: "EMBASSY COMMENT", detail: "the post's own view", leadsIn: true },
  { title: "NOTE", detail: "a remark of the drafter", leadsIn: true },
];

/** What a paragraph's lead-in may be closed with. */
const CLOSED: readonly string[] = ["SUMMARY", "COMMENT", "NOTE"];

const TYPED = /(?<typed>[A-Za-z][A-Za-z ]{0,24})?$/;
const PARAGRAPH_MARK = /^[ \t]{0,8}¶?[ \t]?\d{1,3}[.)][ \t]{0,3}(?:\([A-Za-z/ ]{1,24}\)[ \t]{1,3})?/;

/** So many letters show whether the drafter writes in capitals. */
const LEAST_FOR_CASE = 2;

/** The shortest word that `End summary.` is offered for in the middle of a line. */
const LEAST_END = 2;

export const heading: CompletionProvider = {
  kind: "heading",
  rank: 5,
  at(context) {
    const { drafting, offset } = context;
    if (!drafting.mayBeText || drafting.field !== null) return null;
    const mark = PARAGRAPH_MARK.exec(drafting.before)?.[0] ?? "";
    const typed = TYPED.exec(drafting.before.slice(mark.length))?.groups?.typed ?? "";
    const isAtStart = mark.length + typed.length === drafting.before.length && (mark === "" || /[ \t]$/.test(mark));
    const rows = isAtStart ? openings(context, mark, typed) : endings(context, typed);
    const start = isAtStart ? offset - typed.length : offset - endTyped(typed).length;
    return rows.length === 0
      ? null
      : { span: { start, end: offset }, proposals: rows, isIncomplete: typed.length < LEAST_FOR_CASE };
  },
};

/** A heading on a line of its own, or the words that open a numbered paragraph. */
function openings(context: CompletionContext, mark: string, typed: string): readonly Proposal[] {
  const { tree, drafting } = context;
  if (drafting.after.trim() !== "") return [];
  const letters = lettersOf(typed);
  const style = styleOf(context, mark, typed);
  const there = new Set(sectionsOf(tree).map(({ title }) => lettersOf(title)));
  const rows = HEADINGS.filter(
    ({ title, stands, leadsIn }) =>
      (mark === "" ? stands : leadsIn) === true && lettersOf(title).startsWith(letters) && !there.has(lettersOf(title)),
  );
  return rows.map(({ title, detail }) => {
    const label = style.inCase(title);
    return proposal({ label, kind: "text", detail, text: mark === "" ? style.ruled(label) : `${label}: ` });
  });
}

/** `End summary.` where a summary is open. */
function endings({ tree, drafting, offset }: CompletionContext, typed: string): readonly Proposal[] {
  const word = endTyped(typed);
  if (word.length < LEAST_END || !"END ".startsWith(word.toUpperCase().slice(0, 4))) return [];
  const before = tree.lines.text.slice(0, offset - word.length).toUpperCase();
  const open = CLOSED.filter((title) => {
    const opened = before.lastIndexOf(title);
    return opened >= 0 && before.slice(opened - 5, opened) !== " END " && before.slice(opened - 4, opened) !== "END ";
  });
  return open
    .filter((title) => `END ${title}`.startsWith(word.toUpperCase()))
    .map((title) => {
      const label = drafting.isCapitals ? `END ${title}.` : `End ${title.toLowerCase()}.`;
      return proposal({ label, kind: "text", detail: `closes the ${title.toLowerCase()}` });
    });
}

/** The last words of what is typed, from `End` on. */
function endTyped(typed: string): string {
  return /(?:^|\s)(en(?:d(?: [a-z]*)?)?)$/i.exec(typed)?.[1] ?? "";
}

interface Style {
  readonly inCase: (title: string) => string;
  readonly ruled: (title: string) => string;
}

/** As it is being typed, else as the cable's other headings and paragraphs are; capitals and a rule below where it has none. */
function styleOf({ tree, drafting }: CompletionContext, mark: string, typed: string): Style {
  const sections = sectionsOf(tree).filter(({ span }) => span.start !== drafting.lineStart);
  const first = sections[0];
  const isCableMixed =
    first === undefined || mark !== "" ? mark !== "" && !drafting.isCapitals : /[a-z]/.test(first.title);
  const isMixed = typed.length < LEAST_FOR_CASE ? isCableMixed : /[a-z]/.test(typed);
  const below = first === undefined ? "-" : ruleBelow(tree, first);
  const above = first !== undefined && first.span.start < first.titleSpan.start && below !== null;
  return {
    inCase: (title) => (isMixed ? inTitleCase(title) : title),
    ruled: (title) => {
      if (below === null) return `${title}\n`;
      const rule = below.repeat(title.length);
      return `${above ? `${rule}\n` : ""}${title}\n${rule}\n`;
    },
  };
}

/** The character of the rule below a heading; null where there is none. */
function ruleBelow({ lines, lineKinds }: CableTree, { titleSpan }: Section): string | null {
  const line = lines.lineAt(titleSpan.end) + 1;
  return lineKinds[line] === "rule" ? lines.text.slice(lines.start(line)).trimStart().charAt(0) : null;
}

const SMALL_WORDS: ReadonlySet<string> = new Set(["AND", "OF"]);

function inTitleCase(title: string): string {
  return title
    .split(" ")
    .map((word) => (SMALL_WORDS.has(word) ? word.toLowerCase() : word.charAt(0) + word.slice(1).toLowerCase()))
    .join(" ");
}

function sectionsOf({ outline }: CableTree): readonly Section[] {
  return outline.filter((node) => node.kind === "section");
}
