/** Counts the steps of string work, so that growth can be tested without a clock. */

/** A method by its name on what has it, and what a call of it costs: the characters that it had to look at. */
interface Counted {
  readonly holder: object;
  readonly name: string;
  /** `from` is where a pattern goes on that was used before. */
  readonly cost: (self: unknown, args: readonly unknown[], result: unknown, from: number) => number;
}

const lengthOf = (value: unknown): number => (typeof value === "string" || Array.isArray(value) ? value.length : 0);
const numberOr = (value: unknown, otherwise: number): number => (typeof value === "number" ? value : otherwise);

/** From where the search began to where it ended. */
const forward: Counted["cost"] = (self, args, result) => {
  const from = Math.max(numberOr(args[1], 0), 0);
  const found = numberOr(result, -1);
  return 1 + Math.max(0, (found < 0 ? lengthOf(self) : found) - from);
};

const backward: Counted["cost"] = (self, args, result) =>
  1 + Math.max(0, Math.min(numberOr(args[1], lengthOf(self)), lengthOf(self)) - Math.max(numberOr(result, 0), 0));

const whole: Counted["cost"] = (self) => 1 + lengthOf(self);
const ofResult: Counted["cost"] = (_, __, result) => 1 + lengthOf(result);

const one: Counted["cost"] = () => 1;
/** What is the same is compared to its end. */
const compared: Counted["cost"] = (_, [part], result) => 1 + (result === true ? lengthOf(part) : 0);

/** A pattern that holds on to a place looks at what it matches; another at all from where it began to the end of its match, or of the text. */
const searched: Counted["cost"] = (self, [text], result, from) => {
  if (!(self instanceof RegExp)) return 1;
  const match = Array.isArray(result) ? lengthOf(result[0]) : null;
  const isHeld = self.sticky || (self.source.startsWith("^") && !self.multiline);
  if (isHeld) return 1 + (match ?? 0);
  const end = match === null ? lengthOf(text) : numberOr(Reflect.get(Object(result), "index"), 0) + match;
  return 1 + Math.max(0, end - from);
};

const COUNTED: readonly Counted[] = [
  // A slice of a string is a view of it, whatever its length.
  ...["charCodeAt", "codePointAt", "charAt", "slice", "substring"].map((name) => ({
    name,
    cost: one,
  })),
  ...["trim", "trimStart", "trimEnd", "toUpperCase", "toLowerCase", "split", "replaceAll"].map((name) => ({
    name,
    cost: whole,
  })),
  { name: "startsWith", cost: compared },
  { name: "endsWith", cost: compared },
  { name: "indexOf", cost: forward },
  { name: "includes", cost: whole },
  { name: "lastIndexOf", cost: backward },
]
  .map(({ name, cost }): Counted => ({ holder: String.prototype, name, cost }))
  .concat([
    { holder: RegExp.prototype, name: "exec", cost: searched },
    { holder: RegExp.prototype, name: "test", cost: one },
    { holder: Array.prototype, name: "includes", cost: whole },
    { holder: Array.prototype, name: "indexOf", cost: whole },
    { holder: Array.prototype, name: "join", cost: whole },
    { holder: Array.prototype, name: "sort", cost: whole },
    { holder: Array.prototype, name: "slice", cost: ofResult },
    { holder: Array.prototype, name: "filter", cost: whole },
    { holder: Array.prototype, name: "find", cost: one },
    { holder: Array.prototype, name: "some", cost: one },
  ]);

/** The steps that `work` takes, in characters and elements looked at. Not counted are loops over plain numbers. */
export function stepsOf(work: () => void): number {
  let steps = 0;
  const restore: (() => void)[] = [];
  for (const { holder, name, cost } of COUNTED) {
    const descriptor = Object.getOwnPropertyDescriptor(holder, name);
    const original: unknown = descriptor?.value;
    if (descriptor === undefined || typeof original !== "function") throw new Error(`there is no ${name}`);
    restore.push(() => Object.defineProperty(holder, name, descriptor));
    Object.defineProperty(holder, name, {
      ...descriptor,
      value(this: unknown, ...args: readonly unknown[]): unknown {
        const from = this instanceof RegExp && this.global ? this.lastIndex : 0;
        const result: unknown = Reflect.apply(original, this, args);
        steps += cost(this, args, result, from);
        return result;
      },
    });
  }
  try {
    work();
  } finally {
    for (const one of restore) one();
  }
  return steps;
}
