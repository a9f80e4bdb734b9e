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

/** Whether one word becomes the other by two such slips at most, wherever they are. */
export function isWithinTwoEdits(one: string, other: string): boolean {
  if (isWithinOneEdit(one, other)) return true;
  if (Math.abs(one.length - other.length) > 2) return false;
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  const restOne = one.slice(start);
  const restOther = other.slice(start);
  // The first slip is where the words part; of what is behind it, one more is allowed.
  return (
    isWithinOneEdit(restOne.slice(1), restOther) ||
    isWithinOneEdit(restOne, restOther.slice(1)) ||
    isWithinOneEdit(restOne.slice(1), restOther.slice(1)) ||
    (restOne[0] === restOther[1] &&
      restOne[1] === restOther[0] &&
      isWithinOneEdit(restOne.slice(2), restOther.slice(2)))
  );
}
