/** Where the archives that the settings name keep a cable: their address templates filled in. */

import { canonicalMrn, type Mrn } from "../cable/mrn.ts";
import { webAddress } from "../text/web-address.ts";
import { findStation } from "../vocabulary/stations.ts";

/**
 * The web addresses that templates give a cable, in the order of the templates: `${mrn}` is `09SHANGHAI374`, `${year}` 2009, `${station}` and
 * `${serial}` its parts, `${documentNumber}` the archives' own number. A template that gives no web address is left out.
 */
export function archiveAddresses(templates: readonly string[], mrn: Mrn): readonly string[] {
  const values: Readonly<Record<string, string>> = {
    mrn: canonicalMrn(mrn),
    year: String(mrn.year),
    station: mrn.station,
    serial: String(mrn.serial),
    documentNumber: documentNumber(mrn),
  };
  return templates
    .slice(0, MOST_TEMPLATES)
    .map((template) =>
      template.replace(/\$\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name];
        return value === undefined ? whole : encodeURIComponent(value);
      }),
    )
    .filter((address) => UNBROKEN.test(address) && webAddress(address) !== null);
}

/** Nothing that could end it where it stands in a text. */
const UNBROKEN = /^https?:\/\/[^\s/<>"\\][^\s<>"\\]{0,2000}$/i;

/** More archives than anybody looks into. */
const MOST_TEMPLATES = 20;

/** As much of a station's name as a document number has. */
const NAME_LENGTH = 6;

/**
 * The document number of a cable in the State Archiving System: its year, the first six letters of its station's name, blanks counted and
 * then left out, and its serial of five digits, State's of six: `1974SANJO00947`, `1979STATE062940`.
 */
function documentNumber({ year, station, serial }: Mrn): string {
  const name = (findStation(station)?.name ?? station).slice(0, NAME_LENGTH).replaceAll(" ", "");
  return `${year}${name}${String(serial).padStart(station === "STATE" ? 6 : 5, "0")}`;
}
