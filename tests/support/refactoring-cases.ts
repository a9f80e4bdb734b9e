/**
 * Reads the cases of refactorings, tests/features/refactorings/cases.txt.
 *
 * A line `=== name: title` begins a cable in which `$0` is the cursor, or `$0` and `$1` the ends of the selection; behind a line `--->`
 * stands what the refactoring that is offered under that title makes of it.
 */

export interface RefactoringCase {
  readonly name: string;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly start: number;
  readonly end: number;
}

export function readRefactoringCases(source: string): readonly RefactoringCase[] {
  return source
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [, name = "", title = "", body = ""] = /^([a-z-]+): (.+)\n([\s\S]*)$/.exec(block) ?? [];
      const [marked = "", after = ""] = body.split(/^--->\n/m);
      const start = Math.max(marked.indexOf("$0"), 0);
      const withoutStart = marked.replace("$0", "");
      const end = withoutStart.indexOf("$1");
      return { name, title, before: withoutStart.replace("$1", ""), after, start, end: end < 0 ? start : end };
    });
}
