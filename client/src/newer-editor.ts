/** What newer editors have and the oldest that is supported has not: looked for when it is needed, for no type tells of it. */

import * as vscode from "vscode";

const EDITOR: object = vscode;

/**
 * Registers something with a function of `vscode.lm`. Nothing where the editor has none of that name, or has it as a proposal only, which it
 * refuses by a fault.
 */
export function registerWithLanguageModels(name: string, ...args: readonly unknown[]): readonly vscode.Disposable[] {
  const lm: unknown = Reflect.get(EDITOR, "lm");
  const register: unknown = typeof lm === "object" && lm !== null ? Reflect.get(lm, name) : undefined;
  if (typeof register !== "function") return [];
  try {
    const registered: unknown = Reflect.apply(register, lm, args);
    return isDisposable(registered) ? [registered] : [];
  } catch {
    return [];
  }
}

/** An object of a class of the editor's; null where it has none of that name. */
export function made(className: string, ...args: readonly unknown[]): object | null {
  const found: unknown = Reflect.get(EDITOR, className);
  if (typeof found !== "function") return null;
  const object: unknown = Reflect.construct(found, args);
  return typeof object === "object" ? object : null;
}

function isDisposable(value: unknown): value is vscode.Disposable {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "dispose") === "function";
}
