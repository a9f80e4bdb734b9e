/** Long answers come in pages, so that none is longer than an assistant can take in. */

/** In UTF-16 units of JSON: a page is ended before it grows over this. */
const LARGEST_PAGE = 24_000;

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
