import { expect, it } from 'vitest';
import { Kept } from './kept.js';

it('reads what is asked for at once only once, and keeps what was asked for last', async () => {
  const kept = new Kept<string>(2);
  const asked: string[] = [];
  const get = (id: string) =>
    kept.get(id, async () => {
      asked.push(id);
      return `read ${id}`;
    });
  expect(await Promise.all([get('a'), get('a')])).toEqual(['read a', 'read a']);
  for (const id of ['b', 'a', 'c', 'a', 'b']) expect(await get(id)).toBe(`read ${id}`);
  expect(asked).toEqual(['a', 'b', 'c', 'b']);
});

it('reads again what could not be read', async () => {
  const kept = new Kept<number>(1);
  await expect(kept.get('a', () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await kept.get('a', async () => 1)).toBe(1);
});
