/** Tells words that are one slip of the pen, or of character recognition, apart. */

/** Whether one word becomes the other by a letter put in, left out or changed, or by two neighbours swapped; or is the other. */
export function isWithinOneEdit(one: string, other: string): boolean {
  const difference = one.length - other.length;
  if (difference > 1 || difference < -1) return false;
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  const restOne = one.slice(start);
  const restOther = other.slice(start);
  if (difference > 0) return restOne.slice(1) === restOther;
  if (difference < 0) return restOne === restOther.slice(1);
  if (restOne.slice(1) === restOther.slice(1)) return true;
  return restOne[0] === restOther[1] && restOne[1] === restOther[0] && restOne.slice(2) === restOther.slice(2);
}
