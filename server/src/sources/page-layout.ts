/** Lays the words of a page out as lines of text, each at the column where it stands on the page, as `pdftotext -layout` does. */

/** Words that a page prints in one go. */
export interface PlacedText {
  readonly text: string;
  /** In points, from the left and from the bottom of the page. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the letters. */
  readonly height: number;
}

/** Baselines closer than this share of a letter's height are one line. */
const SAME_LINE = 0.45;

/** A gap of more than this share of a letter parts two words. */
const WORD_GAP = 0.25;

/** At most so many blank lines for a gap. */
const MOST_BLANK = 5;

/** The share of the gaps between lines that are as narrow as between two lines of one paragraph, at least. */
const NARROW = 0.1;

/** A line is not wider than this, wherever a damaged page says that its words stand. */
const WIDEST = 400;

interface Line {
  readonly y: number;
  readonly height: number;
  readonly parts: PlacedText[];
}

/** The text of a page, its lines parted by `\n`; empty for a page without text. */
export function layOut(texts: readonly PlacedText[]): string {
  const shown = texts.filter(({ text, x, y }) => text.trim() !== "" && Number.isFinite(x) && Number.isFinite(y));
  if (shown.length === 0) return "";
  const lines = linesOf(shown);
  const left = shown.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const letter =
    quantile(
      shown.map(({ text, width }) => width / text.length).filter((width) => width > 0),
      0.5,
    ) || 6;
  // Between most lines there is no blank one, and where there is, the gap is twice as wide: the narrow ones tell.
  const pitch = quantile(
    lines.slice(1).map(({ y, height }, index) => Math.max((lines[index]?.y ?? y) - y, height * 0.9)),
    NARROW,
  );
  let page = "";
  let before: Line | null = null;
  for (const line of lines) {
    if (before !== null) {
      // A gap of about one line is the next line; what is more is blank lines.
      const blank = Math.round((before.y - line.y) / Math.max(pitch, 1)) - 1;
      page += "\n".repeat(1 + Math.min(Math.max(blank, 0), MOST_BLANK));
    }
    page += textOf(line, left, letter);
    before = line;
  }
  return page;
}

/** From the top of the page down, and within each from left to right. */
function linesOf(texts: readonly PlacedText[]): readonly Line[] {
  const lines: Line[] = [];
  for (const one of [...texts].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.y - one.y < Math.max(last.height, one.height) * SAME_LINE) last.parts.push(one);
    else lines.push({ y: one.y, height: one.height, parts: [one] });
  }
  for (const { parts } of lines) parts.sort((a, b) => a.x - b.x);
  return lines;
}

function textOf({ parts }: Line, left: number, letter: number): string {
  let text = "";
  let end = Number.NEGATIVE_INFINITY;
  for (const part of parts) {
    // Bold type is printed twice in one place.
    if (part.x + part.width / 2 < end && text.trimEnd().endsWith(part.text.trim())) continue;
    const column = Math.min(Math.round((part.x - left) / letter), WIDEST);
    if (text.length < column && part.x - end > letter * WORD_GAP) text = text.padEnd(column);
    else if (text !== "" && part.x - end > letter * WORD_GAP && !text.endsWith(" ") && !part.text.startsWith(" "))
      text += " ";
    text += part.text;
    end = part.x + part.width;
  }
  return text.trimEnd();
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}
