/** Saved web pages of public releases: the text of a cable in preformatted blocks below a table that names it. */

import { decodeEntities } from "../../text/entities.ts";
import { type PageText, pageText } from "../html-text.ts";
import { type Cutter, type Finding, type FoundCable, LARGEST_CABLE, type SourceKind, tidied } from "../source.ts";
import { plainText } from "./plain-text.ts";

/** In UTF-16 units: a page has markup, lists and styles beside its text. */
const LARGEST_PAGE = 2 * LARGEST_CABLE;

const ID = String.raw`(?:19|20)?\d\d[ _]?[A-Z][A-Z _]{1,29}?\d{1,6}(?:_[a-z])?`;

/** Where a page names its cable, surest first. */
const NAMES: readonly RegExp[] = [
  new RegExp(`Viewing cable\\s{1,5}(${ID})\\b`, "i"),
  new RegExp(`Canonical ID:?\\s{1,5}(${ID})(?![A-Za-z0-9])`, "i"),
  new RegExp(
    `Reference ID\\s{1,9}(?:(?:Created|Released|Classification|Origin|Date|Subject)\\s{1,9}){0,6}(${ID})\\b`,
    "i",
  ),
  new RegExp(`\\bCable:?\\s{1,5}(${ID})\\b`),
];

export const webPage: SourceKind = {
  name: "web page",
  recognises: (head) =>
    /^\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,100})?<(?:!doctype html|html|head|body|!--)/i.test(head) || isFragment(head),
  cutter: () => new WebPageCutter(),
};

/** A part of a page, saved by itself. */
function isFragment(head: string): boolean {
  return (
    /^\s{0,100}</.test(head) &&
    /<(?:pre|code|table|div)\b/i.test(head) &&
    /<\/(?:pre|code|table|div|a|h\d)>/i.test(head)
  );
}

class WebPageCutter implements Cutter {
  #parts: string[] = [];
  #length = 0;

  push(text: string): readonly Finding[] {
    this.#length += text.length;
    if (this.#length > LARGEST_PAGE) this.#parts = [];
    else this.#parts.push(text);
    return [];
  }

  finish(): readonly Finding[] {
    const place = { line: 1, record: null };
    if (this.#length > LARGEST_PAGE) return [{ found: "nothing", reason: "is too large for a page", place }];
    return readPage(this.#parts.join(""));
  }
}

function readPage(html: string): readonly Finding[] {
  const stretches = pageText(html);
  const id = nameOf(stretches, html);
  const blocks = stretches.filter(({ preformatted, text }) => preformatted && isOfCable(text));
  const isCut = blocks.some(({ open }) => open);
  const findings = cut((blocks.length > 0 ? blocks : stretches).map(({ text }) => tidied(text)).join("\n\n"));
  const cables = findings.filter((finding) => finding.found === "cable");
  // What stands around a cable in a page is the page's, and nothing that was lost; lines of its text are no lines of the page.
  const [only] = cables;
  const place = { line: 1, record: null };
  if (only === undefined) return [{ found: "nothing", reason: "nothing of a cable is found in it", place }];
  if (cables.length > 1) return cables.map((cable) => ({ ...cable, place }));
  const named: FoundCable = { ...only, id: id ?? only.id, place };
  return isCut ? [named, { found: "nothing", reason: "is cut off: its cable may not be whole", place }] : [named];
}

function cut(text: string): readonly Finding[] {
  const cutter = plainText.cutter(text);
  return [...cutter.push(text), ...cutter.finish()];
}

/** A block with more than a word or two of the page's own. */
function isOfCable(text: string): boolean {
  return text.trim().length > 40 || text.trim().includes("\n");
}

function nameOf(stretches: readonly PageText[], html: string): string | null {
  const title = /<title[^>]{0,200}>([^<]{0,300})/i.exec(html)?.[1] ?? "";
  const around = stretches
    .filter(({ preformatted }) => !preformatted)
    .map(({ text }) => text)
    .join("\n")
    .slice(0, 20_000);
  for (const pattern of NAMES) {
    const found = pattern.exec(around)?.[1] ?? pattern.exec(decodeEntities(title))?.[1];
    if (found !== undefined) return found.replaceAll(" ", "");
  }
  return null;
}
