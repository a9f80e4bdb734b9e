/** Half-typed drafts that tests of completions share. */

/** A draft of today down to its text, `tail` behind it. */
export function draft(tail: string, { tags = "PGOV, CN", references = "A. BEIJING 99111" } = {}): string {
  return `UNCLAS SHANGHAI 099374

SENSITIVE
SIPDIS

E.O. 13526: N/A
TAGS: ${tags}
SUBJECT: NEW RULES FOR MIGRANT WORKERS

REF: ${references}

${tail}`;
}

/** A cable of 2009 with its transmission header, up to the line that `head` is. */
export function transmitted(head: string, level = "CONFIDENTIAL"): string {
  return `R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC
BT
${level} SHANGHAI 099374

SIPDIS

${head}`;
}
