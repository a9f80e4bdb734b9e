/** Compares precedences. */

import type { PrecedenceName } from "../../../cable/record.ts";

const RISING: readonly PrecedenceName[] = ["ROUTINE", "PRIORITY", "IMMEDIATE", "NIACT IMMEDIATE", "FLASH"];

/** Whether one is more urgent on the circuits than the other: NIACT wakes the reader, and travels as IMMEDIATE. */
export function isAbove(one: PrecedenceName, other: PrecedenceName): boolean {
  return onCircuits(one) > onCircuits(other);
}

function onCircuits(name: PrecedenceName): number {
  return RISING.indexOf(name === "NIACT IMMEDIATE" ? "IMMEDIATE" : name);
}
