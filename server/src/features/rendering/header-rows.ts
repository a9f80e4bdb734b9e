/** The header as the rows of a table, in the order in which people read: who to whom, when, under what rules; the transmission last. */

import type { BodyText } from "../../cable/clean-text/body-text.ts";
import { canonicalMrn } from "../../cable/mrn.ts";
import type { Addressee, CableTree } from "../../cable/tree.ts";
import type { Located, Span } from "../../text/span.ts";
import { longDate } from "../../vocabulary/date.ts";
import { clockTime } from "../../vocabulary/local-time.ts";
import { addressee } from "../hovers/addressee.ts";
import { attributeValue } from "../hovers/attribute-value.ts";
import { classifiedBy } from "../hovers/classified-by.ts";
import { dateTimeGroup } from "../hovers/date-time-group.ts";
import { distribution } from "../hovers/distribution.ts";
import { draftingOffice } from "../hovers/drafting-office.ts";
import { executiveOrder } from "../hovers/executive-order.ts";
import type { HoverProvider } from "../hovers/hover.ts";
import { originator } from "../hovers/originator.ts";
import { ownMrn } from "../hovers/own-mrn.ts";
import { passingOffice } from "../hovers/passing-office.ts";
import { precedence } from "../hovers/precedence.ts";
import { routingIndicator } from "../hovers/routing-indicator.ts";
import { securityLine } from "../hovers/security-line.ts";
import { stationLine } from "../hovers/station-line.ts";
import { tag } from "../hovers/tag.ts";
import { tagPerson } from "../hovers/tag-person.ts";
import { transmissionId } from "../hovers/transmission-id.ts";
import type { RunCutter } from "./inlines.ts";
import type { HeaderRow, Run } from "./reading.ts";

type Values = readonly (readonly Run[])[];

/** What rows are made with. */
interface Reader {
  readonly tree: CableTree;
  readonly body: BodyText;
  readonly cutter: RunCutter;
}

/** One row of the table: its name, how its values stand, and what they are; no row where there are none. */
interface RowReader {
  readonly name: string;
  readonly layout: HeaderRow["layout"];
  readonly values: (reader: Reader) => Values;
}

const ROWS: readonly RowReader[] = [
  { name: "From", layout: "lines", values: (reader) => located(reader, reader.tree.header.from, [originator]) },
  { name: "To", layout: "columns", values: (reader) => addressees(reader, reader.tree.header.to) },
  { name: "Info", layout: "columns", values: (reader) => addressees(reader, reader.tree.header.info) },
  { name: "Not for", layout: "columns", values: (reader) => addressees(reader, reader.tree.header.exempt) },
  { name: "Sent", layout: "lines", values: sent },
  { name: "Precedence", layout: "lines", values: precedences },
  {
    name: "Pass to",
    layout: "lines",
    values: ({ tree, cutter }) => tree.header.passing.map(({ span }) => cutter.terms(span, [passingOffice])),
  },
  { name: "Executive order", layout: "lines", values: order },
  {
    name: "Classified by",
    layout: "lines",
    values: (reader) => fieldValues(reader, "Classified By", [classifiedBy]),
  },
  {
    name: "TAGS",
    layout: "chips",
    values: ({ tree, cutter }) => tree.header.tags.map(({ value, span }) => [cutter.term(value, span.start, [tag])]),
  },
  {
    name: "Persons",
    layout: "lines",
    values: ({ tree, cutter }) =>
      tree.header.persons.map(({ value, span }) => [cutter.term(value, span.start, [tagPerson])]),
  },
  { name: "Number", layout: "lines", values: number },
  { name: "Message", layout: "lines", values: (reader) => fieldValues(reader, "Message", []) },
  { name: "Transmission", layout: "columns", values: transmission },
  { name: "Distribution", layout: "lines", values: distributionLines },
];

/** The rows of the header that the cable has. */
export function headerRows(tree: CableTree, body: BodyText, cutter: RunCutter): readonly HeaderRow[] {
  return ROWS.flatMap(({ name, layout, values: read }) => {
    const values = read({ tree, body, cutter }).filter((runs) => runs.length > 0);
    return values.length === 0 ? [] : [{ name, layout, values }];
  });
}

/** What an archive's trailer or a wrapper says, a row each. */
export function attributeRows(tree: CableTree, cutter: RunCutter): readonly HeaderRow[] {
  return tree.header.attributes.flatMap(({ name, value }) => {
    if (value.value.trim() === "") return [];
    const providers = name === "TAGS" ? [tag] : [attributeValue];
    return [{ name, layout: "lines", values: [cutter.terms(value.span, providers)] }];
  });
}

function located({ cutter }: Reader, value: Located<string> | null, providers: readonly HoverProvider[]): Values {
  return value === null ? [] : [[cutter.term(value.value, value.span.start, providers)]];
}

/** Values of a field of the header as printed, under the name that the outline has for it. */
function fieldValues({ tree, cutter }: Reader, name: string, providers: readonly HoverProvider[]): Values {
  return tree.header.fields.flatMap((field) => {
    if (field.name !== name || field.value.value.trim() === "") return [];
    return [[cutter.term(field.value.value, field.value.span.start, providers)]];
  });
}

/** The name, with the routing indicator before it and what else is the addressee's own behind it. */
function addressees({ cutter }: Reader, all: readonly Addressee[]): Values {
  return all.map(({ span, routing, name, precedence: own, exempt }) => {
    const runs: Run[] = [cutter.term(name.value, routing?.span.start ?? span.start, [addressee])];
    const details = [own?.value, routing?.value, exempt.length === 0 ? undefined : `not for ${exempt.join(", ")}`];
    const detail = details.filter((one) => one !== undefined).join(" · ");
    return detail === "" ? runs : [...runs, { kind: "detail", text: detail }];
  });
}

function sent({ tree, cutter }: Reader): Values {
  const { dtg } = tree.header;
  if (dtg === null) return [];
  const { value, span } = dtg;
  const when = `${longDate(value)}, ${clockTime(value)} UTC`;
  return [[cutter.term(value.text, span.start, [dateTimeGroup]), { kind: "detail", text: when }]];
}

function precedences({ tree, cutter }: Reader): Values {
  const { precedence: action, infoPrecedence } = tree.header;
  if (action === null) return [];
  const runs: Run[] = [cutter.term(action.value, action.span.start, [precedence])];
  if (infoPrecedence === null) return [runs];
  const forInformation = cutter.term(infoPrecedence.value, infoPrecedence.span.start, [precedence]);
  return [[...runs, { kind: "text", text: ", for information " }, forInformation]];
}

function order({ tree, cutter }: Reader): Values {
  const line = tree.header.executiveOrder;
  if (line === null) return [];
  const printed = [line.number?.value, line.value?.value].filter((part) => part !== undefined).join(": ");
  return printed === "" ? [] : [[cutter.term(printed, line.span.start, [executiveOrder])]];
}

/** The number where a header prints it otherwise than in the classification line. */
function number(reader: Reader): Values {
  const { tree, cutter } = reader;
  const printed = tree.header.fields.find(({ name }) => name === "MRN" || name === "Number");
  if (printed === undefined) return [];
  if (tree.mrn !== null && printed.value.value.replace(/\s+/g, "") === canonicalMrn(tree.mrn)) return [];
  return [[cutter.term(printed.value.value, printed.value.span.start, [ownMrn])]];
}

function transmission({ tree, cutter }: Reader): Values {
  const { transmissionId: id, routingPrecedence, routing, stationLine: station, securityLine: security } = tree.header;
  const values: (readonly Run[])[] = [];
  if (id !== null) values.push(cutter.terms(id.span, [transmissionId]));
  const routingSpan = spanOf([...(routingPrecedence === null ? [] : [routingPrecedence]), ...routing]);
  if (routingSpan !== null) values.push(cutter.terms(routingSpan, [precedence, routingIndicator]));
  if (station !== null) values.push(cutter.terms(station.span, [stationLine, ownMrn, routingIndicator]));
  if (security !== null) values.push(cutter.terms(security.span, [securityLine]));
  return values;
}

/** The lines about who got copies, as the department printed them above the date-time group. */
function distributionLines({ tree, cutter }: Reader): Values {
  const end = tree.header.span?.end ?? 0;
  const values: (readonly Run[])[] = [];
  for (let line = 0; line < tree.lines.count && tree.lines.start(line) < end; line++) {
    if (tree.lineKinds[line] !== "distribution") continue;
    const span: Span = { start: tree.lines.start(line), end: tree.lines.end(line) };
    values.push(cutter.terms(span, [distribution, draftingOffice]));
  }
  return values;
}

function spanOf(all: readonly { readonly span: Span }[]): Span | null {
  const first = all[0];
  const last = all[all.length - 1];
  return first === undefined || last === undefined ? null : { start: first.span.start, end: last.span.end };
}
