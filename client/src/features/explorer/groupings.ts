/** The ways in which the Cables view can be ordered, and what its groups are called. */

import { env, l10n, ThemeIcon } from "vscode";
import type { CableFilter, CableGroups, Facet, FacetValue } from "../../../../server/src/lsp/protocol.ts";

export type Grouping = "station" | "tag" | "date";

/** From the top of the tree to its cables. */
export const LEVELS: Readonly<Record<Grouping, readonly [Facet, Facet]>> = {
  station: ["station", "numberYear"],
  tag: ["tag", "year"],
  date: ["year", "month"],
};

export const GROUPINGS: readonly Grouping[] = ["station", "tag", "date"];

export function isGrouping(value: unknown): value is Grouping {
  return GROUPINGS.some((grouping) => grouping === value);
}

/** What stands beside the view's title. */
export function groupingName(grouping: Grouping): string {
  return { station: l10n.t("by station"), tag: l10n.t("by TAG"), date: l10n.t("by date") }[grouping];
}

/** One group of the tree: the cables that have this value of this facet, among those of the groups above. */
export interface Group {
  readonly kind: "group";
  readonly id: string;
  readonly facet: Facet;
  readonly value: FacetValue;
  readonly title: string | null;
  readonly cables: number;
  readonly filter: CableFilter;
  /** What its children are grouped by; none: they are cables. */
  readonly below: readonly Facet[];
}

/** The groups that an answer has, below another group or at the top. */
export function groupsBelow(
  parent: Pick<Group, "id" | "filter">,
  { groups }: CableGroups,
  [facet, ...below]: readonly [Facet, ...Facet[]],
): readonly Group[] {
  return groups.map(({ value, title, cables }) => ({
    kind: "group",
    id: `${parent.id}/${facet}:${JSON.stringify(value)}`,
    facet,
    value,
    title,
    cables,
    filter: { facets: { ...parent.filter.facets, [facet]: [value] } },
    below,
  }));
}

export function groupLabel({ facet, value }: Group): string {
  if (value === null) return WITHOUT[facet]();
  if (facet !== "month") return String(value);
  const month = new Intl.DateTimeFormat(env.language, { month: "long", timeZone: "UTC" });
  return month.format(new Date(Date.UTC(2000, Number(value) - 1, 1)));
}

const WITHOUT: Readonly<Record<Facet, () => string>> = {
  station: () => l10n.t("Without a number"),
  numberYear: () => l10n.t("Without a year"),
  tag: () => l10n.t("Without TAGS"),
  year: () => l10n.t("Without a date"),
  month: () => l10n.t("Without a date-time group"),
  classification: () => l10n.t("Without a classification"),
};

export function groupIcon(facet: Facet): ThemeIcon {
  return new ThemeIcon(ICONS[facet]);
}

const ICONS: Readonly<Record<Facet, string>> = {
  station: "radio-tower",
  numberYear: "calendar",
  tag: "tag",
  year: "calendar",
  month: "calendar",
  classification: "shield",
};
