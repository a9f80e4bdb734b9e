/** Everything that a cable tells, by name: the values that are read when they are asked for stand on its class and not on itself. */

import type { CableTree } from "../../server/src/cable/tree.ts";

/** The names of what an object tells: its own fields, and the getters of its class. */
export function namesOf(thing: object): readonly string[] {
  const prototype: unknown = Object.getPrototypeOf(thing);
  const getters =
    typeof prototype === "object" && prototype !== null && prototype !== Object.prototype
      ? Object.entries(Object.getOwnPropertyDescriptors(prototype)).flatMap(([name, { get }]) =>
          get === undefined ? [] : [name],
        )
      : [];
  return [...Object.keys(thing), ...getters];
}

/** A question that is put to a cable, and the way to put it. */
export interface Question {
  readonly name: string;
  readonly ask: (tree: CableTree) => unknown;
}

/** Every question that can be put to a cable, those about its header among them. */
export function questionsFor(tree: CableTree): readonly Question[] {
  const own = namesOf(tree).filter((name) => name !== "header" && name !== "lines");
  return [
    ...own.map((name) => ({ name, ask: (asked: CableTree): unknown => Reflect.get(asked, name) })),
    ...headerQuestions(tree),
  ];
}

/** The questions about the header of a cable. */
export function headerQuestions(tree: CableTree): readonly Question[] {
  return namesOf(tree.header)
    .filter((name) => name !== "header")
    .map((name) => ({ name: `header.${name}`, ask: (asked: CableTree): unknown => Reflect.get(asked.header, name) }));
}
