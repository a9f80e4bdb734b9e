/** Reading PDF: what is used of a package, in a bundle of its own that is loaded when the first PDF is imported. */

export { getDocumentProxy } from "unpdf";

// The package takes these of newer engines for granted; Node 20 is without them.
const additions: readonly (readonly [string, unknown])[] = [
  [
    "try",
    (call: (...args: readonly unknown[]) => unknown, ...args: readonly unknown[]) =>
      new Promise((resolve) => resolve(Reflect.apply(call, undefined, args))),
  ],
  [
    "withResolvers",
    () => {
      let settle = {};
      const promise = new Promise((resolve, reject) => {
        settle = { resolve, reject };
      });
      return { promise, ...settle };
    },
  ],
];
for (const [name, value] of additions) {
  if (!(name in Promise)) Object.defineProperty(Promise, name, { value, configurable: true, writable: true });
}
