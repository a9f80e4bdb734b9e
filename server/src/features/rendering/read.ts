/** Makes the reading of a cable: banner, subject, header, references, text and signature, whatever the form and however damaged. */

import { type JoinedItem, type JoinedPart, partsOf, widthOf } from "../../cable/clean-text/blocks.ts";
import { BodyText, type TextLine } from "../../cable/clean-text/body-text.ts";
import { type CanonicalMrn, canonicalMrn } from "../../cable/mrn.ts";
import { parseCable } from "../../cable/parse.ts";
import type { CableTree, LineKind, OutlineNode, Paragraph } from "../../cable/tree.ts";
import { fileName } from "../../corpus/file-uri.ts";
import { AS_CITED, type Meaning, meantBy } from "../../corpus/meant-cable.ts";
import type { CableDocument } from "../../corpus/workspace.ts";
import { pushAll } from "../../text/arrays.ts";
import { withoutEntities } from "../../text/entities.ts";
import type { Located, Span } from "../../text/span.ts";
import { longDate } from "../../vocabulary/date.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";
import type { CitedCables } from "../cited-cables.ts";
import { hoverContext } from "../hover.ts";
import { caption } from "../hovers/caption.ts";
import { classification } from "../hovers/classification.ts";
import type { HoverContext } from "../hovers/hover.ts";
import { entryParts } from "../hovers/support/citation.ts";
import { labelOfEntry } from "../labels.ts";
import { LONGEST_SHOWN } from "../limits.ts";
import { paragraphsOf } from "../symbol-at.ts";
import { attributeRows, headerRows } from "./header-rows.ts";
import { RunCutter } from "./inlines.ts";
import type {
  Block,
  BlockContent,
  CitedState,
  Item,
  Part,
  ReadReference,
  Region,
  RenderedCable,
  Run,
} from "./reading.ts";

/** The most cables of which it is told what they are: a list of more is no reading. */
const MOST_CITED = 200;

/** All cables that a cable means by its REF line or its text, each once. */
export function citedBy(tree: CableTree, meaning: Meaning = AS_CITED): readonly CanonicalMrn[] {
  const all = [...tree.references, ...tree.mentions].flatMap((cited) => meantBy(cited, tree, meaning)?.mrn ?? []);
  return [...new Set(all)].slice(0, MOST_CITED);
}

export interface ReadingSurroundings {
  readonly vocabulary: Vocabulary;
  readonly cited: CitedCables;
  /** Which cable a reference means; what it and its cable tell where no other cable is known. */
  readonly meaning?: Meaning;
  /** Whether a cable that is not among the cited may be in the workspace all the same. */
  readonly isIndexing: boolean;
}

/** The reading of a document, of a very long one that of its beginning. Never fails; of a text that is no cable, its paragraphs. */
export function readingOf(
  { file, tree }: CableDocument,
  { vocabulary, cited, meaning, isIndexing }: ReadingSurroundings,
): RenderedCable {
  const absent = isIndexing ? "indexing" : null;
  const name = fileName(file);
  const { text: whole } = tree.lines;
  const start = endOfShown(tree);
  const isCut = start < whole.length;
  const shown = isCut ? parseCable(whole.slice(0, start), name) : tree;
  const context = hoverContext(shown, vocabulary, (mrn) => cited.get(mrn) ?? absent, [], meaning);
  const reading = new Reader(context, name).read();
  if (!isCut) return reading;
  const most = LONGEST_SHOWN.toLocaleString("en-US");
  const text = `This text is longer than a cable can be: what is behind its first ${most} characters is not shown.`;
  const span = { start, end: whole.length };
  const notice: Block = { region: "foot", span, content: { kind: "notice", text } };
  return { ...reading, blocks: [...reading.blocks, notice], isCut };
}

/** Behind what is shown of a text: at a line's beginning where there is one, at the end where all is shown. */
function endOfShown({ lines }: CableTree): number {
  if (lines.text.length <= LONGEST_SHOWN) return lines.text.length;
  const line = lines.start(lines.lineAt(LONGEST_SHOWN));
  // A line may be all that there is.
  return line > LONGEST_SHOWN / 2 ? line : LONGEST_SHOWN;
}

/** Lines of text that belong to no paragraph. */
const LOOSE_KINDS: ReadonlySet<LineKind> = new Set<LineKind>(["text", "paragraph", "notice", "heading"]);

class Reader {
  readonly #tree: CableTree;
  readonly #context: HoverContext;
  readonly #name: string;
  readonly #body: BodyText;
  readonly #cutter: RunCutter;
  readonly #blocks: Block[] = [];
  readonly #numbers = new Set<number>();
  #width = 0;

  constructor(context: HoverContext, name: string) {
    this.#tree = context.tree;
    this.#context = context;
    this.#name = name;
    this.#body = new BodyText(context.tree);
    this.#cutter = new RunCutter(context, this.#body);
  }

  read(): RenderedCable {
    const tree = this.#tree;
    const lines = paragraphsOf(tree.outline).flatMap(({ span }) => this.#body.lines(span));
    this.#width = widthOf(lines);
    const isCapitals = areCapitals(lines);
    this.#readHead();
    this.#readText();
    this.#readFoot();
    const mrn = tree.mrn === null ? null : canonicalMrn(tree.mrn);
    return { title: mrn ?? this.#subject() ?? this.#name, isCapitals, blocks: this.#blocks, isCut: false };
  }

  #add(region: Region, span: Span, content: BlockContent): void {
    this.#blocks.push({ region, span, content });
  }

  #readHead(): void {
    const tree = this.#tree;
    const { header } = tree;
    const headEnd = this.#headEnd();
    this.#readBanner("head", "top", header.classification?.span ?? START);
    this.#readTitle();
    const rows = headerRows(tree, this.#body, this.#cutter);
    if (rows.length > 0) this.#add("head", header.span ?? START, { kind: "header", rows });
    if (tree.references.length > 0) {
      const references = tree.references.map((entry) => this.#reference(entry));
      this.#add("head", tree.referencesSpan ?? START, { kind: "references", references });
    }
    if (headEnd > 0) {
      const text = trimmedLines(tree.lines.text.slice(0, headEnd));
      if (text !== "") this.#add("head", { start: 0, end: headEnd }, { kind: "source", text });
    }
  }

  #readBanner(region: Region, edge: "top" | "bottom", span: Span): void {
    const { classification: level, captions } = this.#tree.header;
    if (level === null) return;
    const seen = new Set<string>();
    const named = captions.filter(({ value }) => !seen.has(value) && seen.add(value));
    this.#add(region, span, {
      kind: "banner",
      edge,
      level: level.value,
      runs: [this.#cutter.term(level.value, level.span.start, [classification])],
      captions: named.map(({ value, span: at }) => [this.#cutter.term(value, at.start, [caption])]),
    });
  }

  #readTitle(): void {
    const { header, mrn } = this.#tree;
    const number = mrn === null ? null : canonicalMrn(mrn);
    const facts = [number, header.dtg === null ? null : longDate(header.dtg.value)].filter((fact) => fact !== null);
    this.#add("head", header.subject?.span ?? START, {
      kind: "title",
      facts: header.subject === null ? facts.slice(1) : facts,
      portion: header.subjectPortion === null ? null : this.#cutter.portion(header.subjectPortion.value),
      text: this.#subject() ?? number ?? this.#name,
    });
  }

  #subject(): string | null {
    const { subject } = this.#tree.header;
    return subject === null ? null : withoutEntities(subject.value);
  }

  #reference(entry: CableTree["references"][number]): ReadReference {
    const label = entry.label ?? (this.#tree.references.length > 1 ? labelOfEntry(this.#tree, entry) : null);
    return {
      label,
      runs: [
        {
          kind: "citation",
          text: withoutEntities(entry.text),
          parts: this.#cutter.mayTell() ? entryParts(entry, this.#context) : [],
          at: entry.span.start,
          target: null,
          mrn: meantBy(entry, this.#tree, this.#context.meaning)?.mrn ?? null,
        },
      ],
      cited: this.#citedState(entry),
    };
  }

  #citedState(entry: CableTree["references"][number]): CitedState {
    const meant = meantBy(entry, this.#tree, this.#context.meaning);
    if (meant === null) return { kind: "other" };
    const cited = this.#context.citedCable(meant.mrn);
    if (cited === null) return { kind: "absent" };
    if (cited === "indexing") return { kind: "indexing" };
    const { subject, dtg, classification: level } = cited;
    return {
      kind: "present",
      subject: subject === null ? null : withoutEntities(subject),
      details: [dtg, level].filter((fact) => fact !== null).join(" · "),
    };
  }

  /** Where the head ends: nothing of it lies in the text. */
  #headEnd(): number {
    const { header, referencesSpan, outline } = this.#tree;
    const end = Math.max(header.span?.end ?? 0, referencesSpan?.end ?? 0);
    return Math.min(end, outline[0]?.span.start ?? end);
  }

  #readText(): void {
    const first = this.#blocks.length;
    const covered: Span[] = [];
    for (const node of this.#tree.outline) this.#readNode(node, 0, covered);
    this.#readLoose(covered);
    const text = this.#blocks.splice(first);
    text.sort((one, other) => one.span.start - other.span.start);
    pushAll(this.#blocks, text);
  }

  #readNode(node: OutlineNode, depth: number, covered: Span[]): void {
    if (node.kind === "section") {
      covered.push(node.titleSpan);
      this.#add("text", node.titleSpan, { kind: "heading", depth, text: withoutEntities(node.title) });
      for (const child of node.children) this.#readNode(child, depth + 1, covered);
      return;
    }
    covered.push(node.span);
    const { number, portion } = node;
    const isFirst = number !== null && !this.#numbers.has(number);
    if (number !== null) this.#numbers.add(number);
    this.#add("text", node.span, {
      kind: "paragraph",
      number,
      isFirst,
      isSummary: this.#isSummary(node),
      portion: portion === null ? null : this.#cutter.portion(portion.value),
      parts: withRemark(
        portion === null ? null : this.#remark(portion),
        this.#parts(this.#body.lines({ start: node.textStart, end: node.span.end })),
      ),
    });
  }

  /** What stands in the parentheses of a portion mark behind it: `ENTIRE TEXT`. */
  #remark({ value, span }: Located<string>): string | null {
    const printed = this.#body.printed(span).replace(/^\s*\(|\)\s*$/g, "");
    const remark = printed.slice(value.length).replace(/^[\s–—-]+|(?<![\s.])[\s.]+$/g, "");
    return printed.startsWith(value) && remark !== "" ? remark : null;
  }

  #isSummary({ span }: Paragraph): boolean {
    const { summary } = this.#tree;
    return summary !== null && summary.span.start < span.end && span.start < summary.span.end;
  }

  #parts(lines: readonly TextLine[]): readonly Part[] {
    return partsOf(lines, this.#width).map((part) => this.#part(part));
  }

  #part(part: JoinedPart): Part {
    switch (part.kind) {
      case "prose":
        return { kind: "prose", runs: this.#cutter.text(part.joined) };
      case "items":
        return { kind: "items", items: part.items.map((item) => this.#item(item)) };
      case "table":
        return part;
    }
  }

  #item({ mark, joined, items }: JoinedItem): Item {
    return { mark, runs: this.#cutter.text(joined), items: items.map((item) => this.#item(item)) };
  }

  /** Lines of text behind the head that no heading and no paragraph holds: nothing is lost, though nobody knows what it is. */
  #readLoose(covered: readonly Span[]): void {
    const { lines, lineKinds } = this.#tree;
    const headEnd = this.#headEnd();
    let next = 0;
    for (let line = headEnd === 0 ? 0 : lines.lineAt(headEnd) + 1; line < lines.count; line++) {
      const start = lines.start(line);
      const end = lines.end(line);
      while (next < covered.length && (covered[next]?.end ?? 0) <= start) next++;
      const isCovered = next < covered.length && (covered[next]?.start ?? 0) < end;
      if (isCovered || !LOOSE_KINDS.has(lineKinds[line] ?? "blank")) continue;
      const text = this.#body.printed({ start, end }).trim();
      if (text !== "") this.#add("text", { start, end }, { kind: "notice", text });
    }
  }

  #readFoot(): void {
    const { signature, header, lines } = this.#tree;
    const end: Span = { start: lines.text.length, end: lines.text.length };
    if (signature !== null)
      this.#add("foot", signature.span, { kind: "signature", text: withoutEntities(signature.value) });
    const rows = attributeRows(this.#tree, this.#cutter);
    if (rows.length > 0) {
      this.#add("foot", header.attributes[0]?.value.span ?? end, { kind: "attributes", rows });
    }
    this.#readBanner("foot", "bottom", end);
  }
}

/** The parts with a remark in front of the first words. */
function withRemark(remark: string | null, parts: readonly Part[]): readonly Part[] {
  if (remark === null) return parts;
  const run: Run = { kind: "remark", text: remark };
  const [first, ...others] = parts;
  return first?.kind === "prose"
    ? [{ kind: "prose", runs: [run, ...first.runs] }, ...others]
    : [{ kind: "prose", runs: [run] }, ...parts];
}

const START: Span = { start: 0, end: 0 };

/** Whether the text is written in capitals: judged on its first stretch. */
function areCapitals(lines: readonly TextLine[]): boolean {
  let upper = 0;
  let lower = 0;
  for (const { text } of lines.slice(0, 60)) {
    for (let at = 0; at < text.length && upper + lower < 4000; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 97 && unit <= 122) lower++;
      else if (unit >= 65 && unit <= 90) upper++;
    }
  }
  return upper > 40 && lower * 3 < upper;
}

/** Without blanks at the ends of lines and without blank lines at the ends of the text. */
function trimmedLines(text: string): string {
  return text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/^\n+/, "")
    .trimEnd();
}
