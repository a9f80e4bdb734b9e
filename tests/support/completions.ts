/** Completions at the cursor of small cables as readable lines, for tests. */

import { type Completions, completionsAt } from "../../server/src/features/completion.ts";
import type { Moment } from "../../server/src/features/completions/completion.ts";
import { defaultVocabulary } from "../../server/src/vocabulary/vocabulary.ts";
import { fixture } from "./fixture.ts";
import { MemoryWorkspace } from "./workspace.ts";

/** The day on which drafts of tests are written. */
export const TODAY: Moment = { year: 2026, month: 11, day: 23, hour: 14, minute: 10 };

export interface CompletionOptions {
  readonly isIndexing?: boolean;
  readonly now?: Moment;
  /** Only what this provider offers. */
  readonly of?: string;
}

/** What is offered at the cursor of a fixture. */
export function completionsOf(
  source: string,
  { isIndexing = false, now = TODAY, of }: CompletionOptions = {},
): Completions {
  const { files, open } = fixture(source);
  const workspace = new MemoryWorkspace(files);
  const { items, isIncomplete } = completionsAt(workspace.document(open.name), open.cursor, {
    vocabulary: defaultVocabulary,
    workspace,
    isIndexing,
    now,
  });
  return { items: of === undefined ? items : items.filter(({ provider }) => provider === of), isIncomplete };
}

/** The labels in order. */
export function labels(source: string, options: CompletionOptions = {}): readonly string[] {
  return completionsOf(source, options).items.map(({ label }) => label);
}

/** The cursor's line as it is when the item of a label was taken, the cursor behind it; throws where it is not offered. */
export function taken(source: string, label: string, options: CompletionOptions = {}): string {
  const { text } = fixture(source).open;
  const item = completionsOf(source, options).items.find((one) => one.label === label);
  if (item === undefined) throw new Error(`${label} is not offered, but ${labels(source, options).join(", ")}`);
  const whole = `${text.slice(0, item.span.start)}${item.text}|${text.slice(item.span.end)}`;
  const start = whole.lastIndexOf("\n", item.span.start - 1) + 1;
  const end = whole.indexOf("\n", item.span.start + item.text.length);
  return whole.slice(start, end < 0 ? whole.length : end);
}

/** Labels with their details: `PGOV  Internal Governmental Affairs`. */
export function details(source: string, options: CompletionOptions = {}): readonly string[] {
  return completionsOf(source, options).items.map(({ label, detail }) => `${label}  ${detail ?? ""}`.trimEnd());
}
