/** What a row of cable-templates.json is: a whole cable of one form to begin with. */

/**
 * In its lines `${1:…}` is a place to fill in, visited in order, `$0` the last; a number that comes again says the same. What stands in
 * braces without a dollar sign is known when the cable is begun: `{order}` the executive order in force and `{declassification}` its usual
 * mark. `{dtg}` is the date-time group of now, `{date}` today, `{year}` its last two digits, `{station}` and `{serial}` by the file's name,
 * `{post}` the station's address.
 */
export interface CableTemplate {
  /** What is typed for it. */
  readonly label: string;
  /** In a few words. */
  readonly title: string;
  readonly lines: readonly string[];
}
