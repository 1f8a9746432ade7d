import type { RoadshowEntryCard } from '@haishi/contracts';
import { describe, expect, it } from 'vitest';
import { expectedOf, found } from './gathering';

const card = (id: string, number: string, state: RoadshowEntryCard['state'] = 'waiting') =>
  ({ id, number, title: `项目 ${id}`, team: `Team ${id}`, state }) as RoadshowEntryCard;
const state = {
  seats: [
    { seatNo: 1, name: '孙怀瑾' },
    { seatNo: 2, name: '李致行' },
  ],
  entries: [card('a', 'H-3'), card('b', 'H-1'), card('c', 'H-2', 'withdrawn')],
  presence: { seats: [1], entries: ['b'] },
};

describe('the list of who is expected', () => {
  const { judges, entries } = expectedOf(state, (n) => `${n} 号席`);

  it('has the missing first, then who is here, then who withdrew', () => {
    expect(judges.map(({ name, here }) => [name, here])).toEqual([
      ['李致行', false],
      ['孙怀瑾', true],
    ]);
    expect(entries.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  });

  it('is searched by every word, in names, seats, numbers and teams', () => {
    expect(found(judges, '2 号').map(({ name }) => name)).toEqual(['李致行']);
    expect(found(entries, 'team  h-1').map(({ key }) => key)).toEqual(['b']);
    expect(found(entries, '')).toHaveLength(3);
  });
});
