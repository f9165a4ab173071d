/**
 * Index of the last number that is not above `value`; 0 where all are. `ascending` holds at least one
 * number, none smaller than the one before it.
 */
export function lastNotAbove(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (ascending[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
