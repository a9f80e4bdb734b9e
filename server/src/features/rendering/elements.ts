/** HTML as a tree of a closed vocabulary, and the one place that makes text of it: what is not escaped here can not be written. */

/** All elements that a reading is made of. None of them runs, loads or submits anything. */
export type Tag =
  | "a"
  | "b"
  | "br"
  | "div"
  | "details"
  | "h1"
  | "h2"
  | "h3"
  | "h4"
  | "li"
  | "ol"
  | "p"
  | "pre"
  | "section"
  | "span"
  | "summary"
  | "table"
  | "tbody"
  | "td"
  | "th"
  | "tr"
  | "ul";

/** A place of the same page, or of another file of the same book. */
export type Address = `#${string}` | `${string}.xhtml`;

/** All attributes. An address leads to a place of the same page, whatever the text says. */
export interface Attributes {
  readonly class?: string;
  readonly id?: string;
  readonly href?: Address;
  /** Only of what reference managers look for. */
  readonly title?: string;
  readonly role?: "tooltip" | "list";
  readonly scope?: "row";
  readonly tabindex?: "0";
  readonly "aria-describedby"?: string;
  readonly "aria-label"?: string;
  readonly "data-line"?: string;
  readonly "data-character"?: string;
}

export interface Element {
  readonly tag: Tag;
  readonly attributes: Attributes;
  readonly children: readonly Child[];
}

/** A string is text. */
export type Child = Element | string;

/**
 * Stands in an attribute for what is put there once the HTML is whole. No text can hold it: this is no character, and in a text it is
 * replaced.
 */
export const PLACEHOLDER = "\uffff";

/** An element with its children, one by one or as lists. */
export function element(tag: Tag, attributes: Attributes, ...children: readonly (Child | readonly Child[])[]): Element {
  return { tag, attributes, children: children.flat() };
}

/** The HTML of a tree. Every character of a text is shown; none has a meaning. */
export function html(child: Child): string {
  if (typeof child === "string") return escapeHtml(child);
  const { tag, attributes, children } = child;
  let opening = tag as string;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    opening += ` ${name}="${escapedAround(String(value))}"`;
  }
  if (tag === "br") return "<br>";
  let inner = "";
  for (const one of children) inner += html(one);
  return `<${opening}>${inner}</${tag}>`;
}

function escapedAround(value: string): string {
  return value.includes(PLACEHOLDER) ? value.split(PLACEHOLDER).map(escapeHtml).join(PLACEHOLDER) : escapeHtml(value);
}

/** What has a meaning between tags or in quotes. */
const ACTIVE = /[&<>"']/g;

/** Control characters, lone halves of a character, and marks that turn the direction of what is around them. */
const UNPRINTABLE =
  /(?![\t\n\r])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** Whether a text holds anything but printable signs without a meaning: most do not, and stay as they are. */
const REMARKABLE = /[^\t\n\r !#-%(-;=?-~]/;

/** `text` such that HTML shows it character by character, between tags and in quoted values. */
export function escapeHtml(text: string): string {
  if (!REMARKABLE.test(text)) return text;
  return text.replace(UNPRINTABLE, "\ufffd").replace(ACTIVE, (character) => `&#${character.charCodeAt(0)};`);
}
