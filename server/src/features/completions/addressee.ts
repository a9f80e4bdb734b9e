/** Offers addressees, by routing indicator or by words of their names. */

import { explainRoutingIndicator, explainStation } from "../../vocabulary/explain.ts";
import type { RoutingIndicatorKind } from "../../vocabulary/rows.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";
import { type CompletionProvider, type Proposal, proposal } from "./completion.ts";
import { explanationOf } from "./support/explanation.ts";
import { valueStartOnLine } from "./support/typed-word.ts";

/** More are not offered at once: who sees them types on. */
const MOST = 60;

/** Whom a diplomatic cable goes to most often, first. */
const KINDS: readonly RoutingIndicatorKind[] = [
  "department",
  "embassy",
  "consulate",
  "mission",
  "collective",
  "other",
  "military",
];

interface Address {
  readonly routing: string | null;
  readonly name: string;
  readonly kind: number;
  readonly uses: number;
}

export const addressee: CompletionProvider = {
  kind: "addressee",
  rank: 4,
  at(context) {
    const { drafting, vocabulary, offset, tree } = context;
    const { field } = drafting;
    if (field === null || tree.form === "smart" || !["from", "to", "info", "exempt"].includes(field.row.field))
      return null;
    const start = valueStartOnLine(context);
    if (start > offset) return null;
    const typed = tree.lines.text.slice(start, offset);
    // Behind the strokes stands what is already said of the addressee: its precedence, its number.
    if (/\d{4}|\/\//.test(typed)) return null;
    const words = typed
      .toUpperCase()
      .split(/[\s/]+/)
      .filter((word) => word !== "");
    const isOriginator = field.row.field === "from";
    const there = new Set([...tree.header.to, ...tree.header.info].map(({ name }) => name.value));
    const found = addressesOf(vocabulary)
      .map((address) => ({ address, rank: rankOf(address, words) }))
      .filter(({ address, rank }) => rank >= 0 && !there.has(address.name))
      .sort(
        (one, other) =>
          one.rank - other.rank ||
          other.address.uses - one.address.uses ||
          one.address.kind - other.address.kind ||
          (one.address.name < other.address.name ? -1 : one.address.name > other.address.name ? 1 : 0),
      );
    return {
      span: { start, end: offset + drafting.after.trimEnd().length },
      proposals: found.slice(0, MOST).map(({ address }) => proposalOf(address, typed, isOriginator)),
      isIncomplete: true,
    };
  },
  async explain(key, { vocabulary }) {
    const indicator = vocabulary.routingIndicators.find(key);
    if (indicator !== undefined) return explanationOf(explainRoutingIndicator(indicator));
    const station = vocabulary.stations.match(key);
    return station === undefined ? null : explanationOf(explainStation(station, null));
  },
};

/** `RUEHGH/AMCONSUL SHANGHAI`; an originator stands without its indicator, which the `DE` line has. */
function proposalOf({ routing, name }: Address, typed: string, isOriginator: boolean): Proposal {
  return proposal({
    label: name,
    kind: "addressee",
    detail: routing,
    text: routing === null || isOriginator ? name : `${routing}/${name}`,
    // Words in any order were compared here already.
    filter: typed === "" ? null : typed,
    key: routing ?? name,
  });
}

/** Every word typed begins the indicator or a word of the name: smaller is better, -1 where one doesn't. */
function rankOf({ routing, name }: Address, words: readonly string[]): number {
  const own = name.split(/[\s/]+/);
  let rank = 0;
  for (const word of words) {
    if (routing?.startsWith(word) === true) continue;
    const at = own.findIndex((one) => one.startsWith(word));
    if (at < 0) return -1;
    rank += at === 0 ? 1 : 2;
  }
  return rank;
}

/** Made once a vocabulary. */
const ADDRESSES = new WeakMap<Vocabulary, readonly Address[]>();

/** Every indicator with its station, and the posts that have none. */
function addressesOf(vocabulary: Vocabulary): readonly Address[] {
  const known = ADDRESSES.get(vocabulary);
  if (known !== undefined) return known;
  const addresses: Address[] = [];
  const names = new Set<string>();
  for (const code of vocabulary.routingIndicators.codes) {
    const indicator = vocabulary.routingIndicators.find(code);
    // A row may stand for a run of indicators, which is no address.
    if (indicator === undefined || indicator.station === null || /\s/.test(code)) continue;
    addresses.push({
      routing: code,
      name: indicator.station,
      kind: KINDS.indexOf(indicator.kind),
      uses: indicator.uses,
    });
    names.add(indicator.station);
  }
  for (const { post } of vocabulary.stations.stations) {
    if (post !== null && !names.has(post)) addresses.push({ routing: null, name: post, kind: KINDS.length, uses: 0 });
  }
  ADDRESSES.set(vocabulary, addresses);
  return addresses;
}
