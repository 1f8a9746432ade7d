import { expect, it } from 'vitest';
import { inTurns } from './in-turns.js';

it('maps every item in its order, and lets others have a turn between', async () => {
  const met: (number | string)[] = [];
  setImmediate(() => met.push('another'));
  const mapped = await inTurns(
    [1, 2, 3],
    (item) => {
      met.push(item);
      return item * 10;
    },
    2,
  );
  expect(mapped).toEqual([10, 20, 30]);
  expect(met).toEqual([1, 2, 'another', 3]);
});
