/** What the page says of itself, in the editor's language: the extension put the words into the page's shell. */

const given: Readonly<Record<string, string>> = JSON.parse(document.body.dataset.words ?? "{}");

/** The words of a name; `{0}`, `{1}` … are replaced by the values. The name itself where the extension gave no words for it. */
export function words(name: string, ...values: readonly (string | number)[]): string {
  return (given[name] ?? name).replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ""));
}

/** The words for so many: those of `name.one` for a single one, else those of `name`. */
export function counted(name: string, count: number, ...values: readonly (string | number)[]): string {
  return words(count === 1 ? `${name}.one` : name, ...values);
}
