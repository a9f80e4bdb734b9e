/** Links that a cable holds: web addresses, and archives where a cited cable is not in the workspace. */

import type { CableTree } from "../cable/tree.ts";
import { meantBy } from "../corpus/meant-cable.ts";
import type { CableDocument, CableWorkspace } from "../corpus/workspace.ts";
import type { Span } from "../text/span.ts";
import { webAddress } from "../text/web-address.ts";
import { archiveAddresses } from "./archive-addresses.ts";

export interface Link {
  readonly span: Span;
  readonly address: string;
}

/** A cable with more links than this is a list of addresses. */
const MOST_LINKS = 1000;

/** An address by its scheme; what closes a sentence or a bracket is none of it. */
const ADDRESS = /https?:\/\/[^\s<>"'()[\]{}|\\^`]{1,500}/gi;

/**
 * Web addresses, and for each REF entry whose cable is not in the workspace the first address that the templates give it: where a definition
 * answers there is no link, for Ctrl-click would do both.
 */
export function linksOf(
  { tree }: CableDocument,
  { index }: CableWorkspace,
  templates: readonly string[],
): readonly Link[] {
  const links: Link[] = [];
  for (const entry of tree.references) {
    const meant = meantBy(entry, tree, index);
    if (meant === null || index.has(meant.mrn)) continue;
    const [address] = archiveAddresses(templates, meant.parts);
    if (address !== undefined) links.push({ span: entry.span, address });
  }
  for (const link of webAddresses(tree)) {
    if (links.length >= MOST_LINKS) break;
    if (!links.some(({ span }) => span.start < link.span.end && link.span.start < span.end)) links.push(link);
  }
  return links.slice(0, MOST_LINKS).sort((one, other) => one.span.start - other.span.start);
}

function* webAddresses(tree: CableTree): Iterable<Link> {
  for (const match of tree.lines.text.matchAll(ADDRESS)) {
    const address = match[0].replace(/[.,;:!?]{1,10}$/, "");
    if (address.length < "http://a.b".length || webAddress(address) === null) continue;
    yield { span: { start: match.index, end: match.index + address.length }, address };
  }
}
