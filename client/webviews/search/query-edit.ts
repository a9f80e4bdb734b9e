/** Changes of a query as text: a value of a facet put in or taken out, a name replaced by what was meant. */

/** A field with its value, quoted where it must be. */
export function fieldOf(name: string, value: string): string {
  return `${name}:${/[\s(),"]/.test(value) ? `"${value.replaceAll('"', "")}"` : value}`;
}

/** The query with a field put at its end, or without it where it stands there already. */
export function toggled(query: string, field: string): string {
  const parts = query.split(" ");
  const words = field.split(" ");
  for (let at = 0; at + words.length <= parts.length; at++) {
    if (words.every((word, index) => parts[at + index] === word)) {
      return [...parts.slice(0, at), ...parts.slice(at + words.length)].join(" ").trim();
    }
  }
  return `${query.trim()} ${field}`.trim();
}

/** The query with something else at `[start, end)`, quoted where it must be. */
export function replaced(query: string, start: number, end: number, name: string): string {
  const quoted = /[\s(),]/.test(name) ? `"${name}"` : name;
  return query.slice(0, start) + quoted + query.slice(end);
}
