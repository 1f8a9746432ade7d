import { describe, expect, it } from 'vitest';
import { entriesToKey, type Part, partOf, seatAfter, standingOf, withReceipt } from './keyed';
import type { KeyedEntry, KeyedOverview, KeyedSeat, KeyedState, OwnKeying } from './keyed-api';

const own = (change: Partial<OwnKeying> = {}): OwnKeying => ({
  keyId: 'k',
  revision: 0,
  scores: { A: 100 },
  comment: '',
  total: 100,
  at: '2030-01-07T01:00:00.000Z',
  state: 'standing',
  outcome: 'first',
  voidReason: null,
  ...change,
});
const seat = (seatNo: number, change: Partial<KeyedSeat> = {}): KeyedSeat => ({
  seatNo,
  code: `3D51/H-1/${seatNo}`,
  state: 'none',
  revision: 0,
  paper: false,
  reopenReason: null,
  differing: [],
  keyings: [],
  own: null,
  ...change,
});
const entry = (id: string, position: number, change: Partial<KeyedEntry> = {}): KeyedEntry => ({
  id,
  position,
  number: `H-${position}`,
  title: id,
  team: '',
  paper: false,
  closed: null,
  seats: [seat(1)],
  ...change,
});

describe('a reader’s part in a sheet', () => {
  it.each<[KeyedState, OwnKeying | null, Part, number]>([
    ['none', null, 'todo', 0],
    ['none', own({ state: 'voided' }), 'todo', 0],
    ['none', own(), 'todo', 1],
    ['first', null, 'second', 0],
    ['first', own(), 'mine', 0],
    ['first', own({ state: 'voided' }), 'second', 0],
    ['differs', own(), 'again', 0],
    ['differs', null, 'others', 0],
    ['stored', own(), 'stored', 1],
    ['recused', null, 'recused', 0],
  ])('in %s with %o is %s', (state, keyed, part, revision) => {
    expect(partOf({ state, own: keyed, revision })).toBe(part);
  });

  it('does not stand once a sheet was stored over it', () => {
    expect(standingOf(seat(1, { own: own() }))).not.toBeNull();
    expect(standingOf(seat(1, { own: own(), revision: 1 }))).toBeNull();
    expect(standingOf(seat(1, { own: own({ state: 'replaced' }) }))).toBeNull();
  });
});

describe('what is keyed first', () => {
  it('is what was given over to paper, and of it what is on stage', () => {
    const done = entry('done', 1, {
      paper: true,
      seats: [seat(1, { state: 'stored' }), seat(2, { state: 'recused' })],
    });
    const entries = [done, entry('open', 2), entry('reopened', 3, { paper: true }), entry('stage', 4, { paper: true })];
    expect(entriesToKey(entries, 'stage').map(({ id }) => id)).toEqual(['stage', 'reopened', 'open']);
    expect(entriesToKey(entries, null).map(({ id }) => id)).toEqual(['reopened', 'stage', 'open']);
  });

  it('goes from seat to seat and round again, past what waits for others or is on its way', () => {
    const seats = [seat(1), seat(2, { state: 'first', own: own() }), seat(3, { state: 'first' }), seat(4)];
    const none = () => false;
    expect(seatAfter(seats, 1, none)).toBe(3);
    expect(seatAfter(seats, 4, none)).toBe(1);
    expect(seatAfter(seats, 1, (seatNo) => seatNo === 3)).toBe(4);
    expect(seatAfter([seat(1)], 1, none)).toBeNull();
  });
});

describe('withReceipt', () => {
  const overview = { entries: [entry('e', 1, { seats: [seat(1), seat(2)] }), entry('f', 2)] } as KeyedOverview;
  const receipt = { entryId: 'e', seatNo: 1, ...own(), differing: [] as string[] };
  const partAfter = (change: object) => {
    const { entries } = withReceipt(overview, { ...receipt, ...change });
    return entries.map(({ seats }) => seats.map(partOf));
  };

  it('changes the sheet that was keyed, and no other', () => {
    expect(partAfter({})).toEqual([['mine', 'todo'], ['todo']]);
    expect(partAfter({ outcome: 'differs', differing: ['A'] })).toEqual([['again', 'todo'], ['todo']]);
    expect(partAfter({ outcome: 'agreed' })).toEqual([['stored', 'todo'], ['todo']]);
  });
});
