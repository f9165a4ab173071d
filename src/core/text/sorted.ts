/**
 * The first of `count` indexes, from 0 on, of which `isBefore` does not hold; `count` where it holds of all. It holds of
 * none behind one of which it does not.
 */
export function lowerBound(count: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Index of the last number that is not above `value`; 0 where all are. `ascending` holds at least one
 * number, none smaller than the one before it.
 */
export function lastNotAbove(ascending: readonly number[], value: number): number {
  return Math.max(0, lowerBound(ascending.length, (index) => ascending[index]! <= value) - 1);
}
