/** What a tool is asked with, and how that is looked at before anything is done: an assistant may send anything. */

/** One argument of a tool. */
export interface Parameter {
  readonly name: string;
  readonly type: "text" | "page";
  readonly isRequired: boolean;
  readonly description: string;
  /** The only values, where they are few. */
  readonly choices?: readonly string[];
}

/** Arguments by their names, as far as they were given. */
export type Arguments = ReadonlyMap<string, string | number>;

/** Longer is no name, query or quotation. */
const LONGEST = 4000;

/** The arguments, else what is wrong with them in words for whoever asked. */
export function readArguments(given: unknown, parameters: readonly Parameter[]): Arguments | string {
  const values = typeof given === "object" && given !== null ? Object.entries(given) : [];
  const read = new Map<string, string | number>();
  for (const [name, value] of values) {
    const parameter = parameters.find((one) => one.name === name);
    if (parameter === undefined) {
      return `there is no argument ${JSON.stringify(name)}; there are ${parameters.map((one) => one.name).join(", ")}`;
    }
    if (value === undefined || value === null) continue;
    const problem = problemOf(parameter, value);
    if (problem !== null) return `${name} ${problem}`;
    if (typeof value === "string" || typeof value === "number") read.set(name, value);
  }
  const missing = parameters.find(({ name, isRequired }) => isRequired && !read.has(name));
  return missing === undefined ? read : `${missing.name} is missing: ${missing.description}`;
}

function problemOf({ type, choices }: Parameter, value: unknown): string | null {
  if (type === "page")
    return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 1e6 ? null : "is a whole number from 1";
  if (typeof value !== "string") return "is a text";
  if (value.trim() === "") return "is empty";
  if (value.length > LONGEST) return `is longer than ${LONGEST} characters`;
  return choices === undefined || choices.includes(value) ? null : `is one of ${choices.join(", ")}`;
}

/** The JSON Schema that the protocol tells of a tool. */
export function schemaOf(parameters: readonly Parameter[]): {
  type: "object";
  properties: Record<string, object>;
  required: string[];
  additionalProperties: false;
} {
  return {
    type: "object",
    properties: Object.fromEntries(
      parameters.map(({ name, type, description, choices }) => [
        name,
        type === "page"
          ? { type: "integer", minimum: 1, description }
          : { type: "string", description, ...(choices === undefined ? {} : { enum: [...choices] }) },
      ]),
    ),
    required: parameters.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    additionalProperties: false,
  };
}
