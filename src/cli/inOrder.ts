/**
 * Does `work` on the items, up to `width` at a time, and gives the results in the items' order; so no more
 * than `width` results are ever held. `work` must not reject.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const window: Promise<Result>[] = [];
  for (const item of items) {
    window.push(work(item));
    if (window.length >= width) yield (await window.shift())!;
  }
  for (const result of window) yield await result;
}
