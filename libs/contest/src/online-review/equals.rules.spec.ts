import type { Place } from '@haishi/review/rules';
import { describe, expect, it } from 'vitest';
import { equalsTold, sharedPlaces } from './equals.rules.js';

const entry = (id: string) => ({ id, number: `N-${id}`, title: `项目${id}` });
const places = (...shared: [id: string, place: number, sharing: number][]) =>
  new Map(
    shared.map(([id, place, sharing]): [string, Place] => [
      id,
      { entryId: id, place, explanation: { tiedWith: sharing, compared: [], sharing } },
    ]),
  );

describe('shared places', () => {
  it('are those of entries that all are there, best first, and of no more than are ruled on at once', () => {
    const many = Array.from({ length: 51 }, (_, at) => `m${at}`);
    const all = ['a', 'b', 'c', 'd', 'e', ...many].map(entry);
    const known = places(
      ['a', 1, 1],
      ['b', 1, 1],
      ['c', 3, 0],
      ['d', 4, 2],
      ['e', 4, 2],
      ...many.map((id): [string, number, number] => [id, 7, 50]),
    );
    expect(sharedPlaces(all, known)).toEqual([{ place: 1, entries: [entry('a'), entry('b')] }]);
  });

  it('are told fifty at once, however many there are, and by any of their entries', () => {
    const all = Array.from({ length: 60 }, (_, at) => ({
      place: 2 * at + 1,
      entries: [entry(`a${at}`), entry(`b${at}`)],
    }));
    const told = equalsTold(all, () => true);
    expect([told.equals.length, told.moreEquals]).toEqual([50, 10]);
    expect(told.equals[0]).toEqual({
      place: 1,
      entries: [
        { entryId: 'a0', number: 'N-a0', title: '项目a0' },
        { entryId: 'b0', number: 'N-b0', title: '项目b0' },
      ],
    });
    expect(equalsTold(all, ({ id }) => id === 'b59')).toMatchObject({ equals: [{ place: 119 }], moreEquals: 0 });
    expect(equalsTold(all, () => false)).toEqual({ equals: [], moreEquals: 0 });
  });
});
