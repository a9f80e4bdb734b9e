/** Notes that commands are given by their paths. */

/** Whether a file is Markdown by its name; other notes are plain text. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown|mdown|qmd|rmd)$/i.test(path);
}
