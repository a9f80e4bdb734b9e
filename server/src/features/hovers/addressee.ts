/** Hovers on addressees: who is addressed and how, as the cable says, then whose routing indicator stands before the name. */

import type { Addressee, CableHeader } from "../../cable/tree.ts";
import { findAddressee } from "../../vocabulary/addressees.ts";
import { explainKnownAddressee, explainRoutingIndicator } from "../../vocabulary/explain.ts";
import type { RoutingIndicator } from "../../vocabulary/routing-indicators.ts";
import { stationAt } from "../../vocabulary/station-history.ts";
import type { Station } from "../../vocabulary/stations.ts";
import type { HoverContext, HoverPart, HoverProvider } from "./hover.ts";
import { placeOfStation } from "./support/station.ts";
import { spannedAt } from "./support/words.ts";

type AddresseeList = "to" | "info" | "exempt";

/** The lists of addressees: what a member of each is, and what is done with it. */
const ROLES: readonly {
  readonly list: AddresseeList;
  readonly what: string;
  readonly meaning: string;
  readonly formatLine: number;
}[] = [
  { list: "to", what: "action addressee", meaning: "Is to act on the cable (TO).", formatLine: 7 },
  { list: "info", what: "information addressee", meaning: "Receives the cable for information (INFO).", formatLine: 8 },
  {
    list: "exempt",
    what: "exempted addressee",
    meaning: "A member of a collective that is not to receive the cable (XMT).",
    formatLine: 9,
  },
];

export const addressee: HoverProvider = {
  kind: "addressee",
  basis: "part",
  at(context, offset) {
    for (const role of ROLES) {
      const found = spannedAt(context.tree.header[role.list], offset);
      if (found === undefined) continue;
      const { routing, name } = found;
      const indicator = routing === null ? undefined : context.vocabulary.routingIndicators.find(routing.value);
      const source = context.vocabulary.headerLines.byNumber(role.formatLine)?.source;
      const post = postOf(name.value, indicator, context);
      const known = post === undefined ? findAddressee(inOrder(name.value), context.date) : undefined;
      const own: HoverPart = {
        kind: "statement",
        subject: name.value,
        what: role.what,
        lines: [role.meaning, ...linesOf(found, role.list, indicator, post, context)],
        sources: source === undefined ? [] : [source],
      };
      return {
        span: found.span,
        parts: [
          own,
          ...(known === undefined ? [] : [explainKnownAddressee(known)]),
          ...(indicator === undefined ? [] : [explainRoutingIndicator(indicator)]),
        ],
      };
    }
    return null;
  },
};

/** The post of that name; one whose name is a country or a common word too only where the routing indicator agrees. */
function postOf(
  printed: string,
  indicator: RoutingIndicator | undefined,
  { vocabulary }: HoverContext,
): Station | undefined {
  const name = inOrder(printed);
  const post = vocabulary.stations.match(name);
  return post !== undefined && (post.confidence === "high" || agrees(name, indicator)) ? post.station : undefined;
}

function linesOf(
  found: Addressee,
  list: AddresseeList,
  indicator: RoutingIndicator | undefined,
  post: Station | undefined,
  context: HoverContext,
): readonly string[] {
  const { header } = context.tree;
  const lines: string[] = [];
  if (post !== undefined) lines.push(postLine(inOrder(found.name.value), post, context));
  const precedence = found.precedence?.value ?? precedenceOfMessage(header, list);
  if (precedence !== null)
    lines.push(`Precedence: ${precedence}${found.precedence === null ? ", that of the message" : ""}.`);
  if (found.serial !== null) {
    lines.push(`${found.serial.value}: the number of this cable in the channel from the originator to this addressee.`);
  }
  if (found.exempt.length > 0) lines.push(`Not for ${found.exempt.join(", ")} (XMT).`);
  if (found.routing !== null) lines.push(...indicatorLines(found.routing.value, found.name.value, indicator));
  return lines;
}

/** `Embassy, China.` where the name is the post's own, else the post in full. */
function postLine(name: string, station: Station, { date }: HoverContext): string {
  const { place, kind, country } = stationAt(station, date);
  const line = [kind, country].filter((word) => word !== null).join(", ");
  if (line === "" || compact(place) !== compact(name)) return `${placeOfStation(station, date)}.`;
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}

/** `AMEMBASSY MOSCOW` of `MOSCOW, AMEMBASSY`, as wrappers have it. */
function inOrder(name: string): string {
  const [place, post, ...more] = name.split(", ");
  return post === undefined || more.length > 0 ? name : `${post} ${place}`;
}

/** The precedence of the date-time line: its second letter, where it has one, is for information addressees. */
function precedenceOfMessage(header: CableHeader, list: AddresseeList): string | null {
  return (list === "info" ? header.infoPrecedence?.value : null) ?? header.precedence?.value ?? null;
}

/** What is to be said where the name is not the one that the indicator is known by. */
function indicatorLines(code: string, name: string, indicator: RoutingIndicator | undefined): readonly string[] {
  if (indicator === undefined) return [`${code}: a routing indicator that is not in the vocabulary.`];
  if (indicator.station === null || agrees(name, indicator)) return [];
  const { station } = indicator;
  const known = `${code} is the routing indicator of ${station}`;
  return indicator.shared || indicator.alsoSeen.length > 0
    ? [`${known}; it also stands before other addressees, and the name after the stroke says who is meant.`]
    : [`${known}; the name after the stroke says who is meant.`];
}

function agrees(name: string, indicator: RoutingIndicator | undefined): boolean {
  return indicator?.station != null && compact(indicator.station) === compact(name);
}

/** Names are compared without blanks and signs, Washington in its short form. */
function compact(name: string): string {
  return name
    .toUpperCase()
    .replace(/WASHINGTON,? ?D\.?C\.?/, "WASHDC")
    .replace(/[^A-Z0-9]/g, "");
}
