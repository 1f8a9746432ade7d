import { setImmediate as nextTurn } from 'node:timers/promises';

/** Maps a long list, some at a time; others are answered between. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  map: (item: Item, index: number) => Result,
  atOnce = 1000,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += atOnce) {
    if (start > 0) await nextTurn();
    for (const item of items.slice(start, start + atOnce)) results.push(map(item, results.length));
  }
  return results;
}
