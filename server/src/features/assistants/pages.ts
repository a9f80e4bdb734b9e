/** Long answers come in pages, so that none is longer than an assistant can take in. */

/** In UTF-16 units of JSON: a page is ended before it grows over this. */
const LARGEST_PAGE = 24_000;

/** In UTF-16 units: what fits a page with all that is told of it, whatever JSON makes of its quotes and line breaks. */
const LARGEST_TEXT = 10_000;

export interface Page<T> {
  readonly page: number;
  /** Null on the last page. */
  readonly nextPage: number | null;
  readonly total: number;
  readonly items: readonly T[];
}

/** The page of a list; an empty one behind the last. An item larger than a page has one of its own. */
export function pageOf<T>(items: readonly T[], page: number): Page<T> {
  let at = 0;
  let number = 1;
  while (at < items.length) {
    let size = 0;
    let end = at;
    while (end < items.length) {
      size += JSON.stringify(items[end]).length;
      if (end > at && size > LARGEST_PAGE) break;
      end++;
    }
    if (number === page) {
      return { page, nextPage: end < items.length ? page + 1 : null, total: items.length, items: items.slice(at, end) };
    }
    at = end;
    number++;
  }
  return { page, nextPage: null, total: items.length, items: [] };
}

/** A text in parts that each fit a page, cut at blanks where there are some; put together they are the text. */
export function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  while (text.length - from > LARGEST_TEXT) {
    const blank = text.lastIndexOf(" ", from + LARGEST_TEXT - 1);
    let to = blank > from ? blank + 1 : from + LARGEST_TEXT;
    // No character is cut in two.
    if (/[\uD800-\uDBFF]/.test(text.charAt(to - 1))) to--;
    parts.push(text.slice(from, to));
    from = to;
  }
  parts.push(text.slice(from));
  return parts;
}
