/** Whether the path of a file holds what a query asks for. */

/** The test of a pattern in small letters: an asterisk stands for anything but a stroke. The path is a URI or a path of a disk. */
export function fileTest(pattern: string): (file: string) => boolean {
  const parts = pattern.replaceAll("\\", "/").split("*");
  return (file) => {
    const path = plainPath(file);
    return parts.length === 1 ? path.includes(pattern) : matchesFrom(path, parts);
  };
}

/** A URI as people type its path, in small letters. */
function plainPath(file: string): string {
  try {
    return decodeURIComponent(file).replaceAll("\\", "/").toLowerCase();
  } catch {
    return file.toLowerCase();
  }
}

/** Whether the parts stand one behind the other with no stroke between them, wherever the first one begins. */
function matchesFrom(path: string, parts: readonly string[]): boolean {
  const [first = "", ...rest] = parts;
  for (let start = path.indexOf(first); start >= 0; start = path.indexOf(first, start + 1)) {
    let at = start + first.length;
    const fits = rest.every((part) => {
      const stroke = path.indexOf("/", at);
      const found = path.indexOf(part, at);
      if (found < 0 || (stroke >= 0 && found > stroke)) return false;
      at = found + part.length;
      return true;
    });
    if (fits) return true;
  }
  return false;
}
