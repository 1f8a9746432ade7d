import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TieBreaker } from '../aggregation/aggregation.rules.js';
import { NO_EARLIER_SCORE, rank, rankAcross, type RankedEntry, rankValues } from './ranking.rules.js';

const TIES: TieBreaker[] = [{ by: 'criterion', code: 'TECH' }, { by: 'untrimmed' }];
const entry = (entryId: string, score: number | null, ...tieValues: number[]): RankedEntry => ({
  entryId,
  result: { score, tieValues },
});

describe('rank: worked by hand', () => {
  it('is a competition ranking: equals share a place and the next skips', () => {
    const places = rank([entry('a', 8000), entry('b', 9000), entry('c', 9000), entry('d', 7000)], []);
    expect(places.map(({ entryId, place }) => [entryId, place])).toEqual([
      ['b', 1],
      ['c', 1],
      ['a', 3],
      ['d', 4],
    ]);
    expect(places[0]!.explanation).toEqual({ tiedWith: 1, compared: [], sharing: 1 });
    expect(places[2]!.explanation).toEqual({ tiedWith: 0, compared: [], sharing: 0 });
  });

  it('breaks a tie by the first value that differs, and says so', () => {
    const places = rank(
      [entry('a', 8650, 2600, 8700), entry('b', 8650, 2700, 8500), entry('c', 8650, 2600, 8600)],
      TIES,
    );
    expect(places.map(({ entryId, place }) => [entryId, place])).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 3],
    ]);
    expect(places[0]!.explanation).toEqual({ tiedWith: 2, compared: [{ tie: TIES[0], value: 2700 }], sharing: 0 });
    expect(places[1]!.explanation).toEqual({
      tiedWith: 2,
      compared: [
        { tie: TIES[0], value: 2600 },
        { tie: TIES[1], value: 8700 },
      ],
      sharing: 0,
    });
  });

  it('leaves out what has no score', () => {
    expect(rank([entry('a', null), entry('b', 100)], [])).toMatchObject([{ entryId: 'b', place: 1 }]);
  });

  it('lists full equals in the order of their ids', () => {
    expect(rank([entry('z', 1, 1, 1), entry('a', 1, 1, 1)], TIES)).toMatchObject([
      { entryId: 'a', place: 1, explanation: { tiedWith: 1, sharing: 1 } },
      { entryId: 'z', place: 1 },
    ]);
  });
});

describe('rank: a ruling of the chair', () => {
  const three = [entry('a', 8650, 1, 1), entry('b', 8650, 1, 1), entry('c', 8650, 1, 1), entry('d', 8000, 1, 1)];
  const ruling = { entryIds: ['c', 'a', 'b'], values: [8650, 1, 1], reason: '合议' };
  const places = (entries: RankedEntry[]) =>
    rank(entries, TIES, [ruling]).map(({ entryId, place, explanation }) => [entryId, place, explanation.ruled?.among]);

  it('separates those that the whole chain left equal, and says so', () => {
    expect(places(three)).toEqual([
      ['c', 1, 3],
      ['a', 2, 3],
      ['b', 3, 3],
      ['d', 4, undefined],
    ]);
    expect(rank(three, TIES, [ruling])[0]!.explanation).toMatchObject({
      tiedWith: 2,
      sharing: 0,
      ruled: { among: 3, reason: '合议' },
    });
  });

  it.each([
    ['the score of one has changed', [entry('a', 8700, 1, 1), ...three.slice(1)]],
    ['a value of the chain has changed', [entry('a', 8650, 2, 1), ...three.slice(1)]],
    ['another has joined them', [...three, entry('e', 8650, 1, 1)]],
    ['one is not there', three.slice(1)],
    ['all of them have changed alike', three.map(({ entryId }) => entry(entryId, 8660, 1, 1))],
  ])('holds no longer where %s', (_, entries) => {
    expect(rank(entries, TIES, [ruling])).toEqual(rank(entries, TIES));
  });
});

describe('rank: by what was scored earlier', () => {
  const first: TieBreaker = { by: 'earlier', code: 'ONE' };
  const chain: TieBreaker[] = [TIES[0]!, first, TIES[1]!];
  const four = [entry('a', 8650, 2700, 8600), entry('b', 8650, 2700, 8700), entry('c', 8650, 2700, 8800)];
  const earlier = new Map([
    [
      'ONE',
      new Map([
        ['a', 9120],
        ['b', null],
        ['d', 9999],
      ]),
    ],
  ]);
  const standing = (places: { entryId: string; place: number }[]) =>
    places.map(({ entryId, place }) => [entryId, place]);

  it('leaves equal on its panel what only that would tell apart', () => {
    const places = rank(four, chain);
    expect(standing(places)).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 1],
    ]);
    expect(places[0]!.explanation).toEqual({ tiedWith: 2, compared: [{ tie: TIES[0], value: 2700 }], sharing: 2 });
    expect(rankValues(four[0]!.result, chain)).toEqual([8650, 2700]);
    expect(standing(rank([entry('a', 1, 5, 1), entry('b', 1, 4, 2)], chain))).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('tells them apart across panels, who has none after who has one, and goes on by the rest of the chain', () => {
    const places = rankAcross(four, chain, earlier);
    expect(standing(places)).toEqual([
      ['a', 1],
      ['c', 2],
      ['b', 3],
    ]);
    expect(places[0]!.explanation.compared).toEqual([
      { tie: TIES[0], value: 2700 },
      { tie: first, value: 9120 },
    ]);
    expect(places[1]!.explanation.compared.map(({ value }) => value)).toEqual([2700, NO_EARLIER_SCORE, 8800]);
  });

  it('leaves what a person ruled where the panel ends', () => {
    const ruling = { entryIds: ['b', 'c', 'a'], values: [8650, 2700], reason: '合议' };
    for (const places of [rank(four, chain, [ruling]), rankAcross(four, chain, earlier, [ruling])]) {
      expect(standing(places)).toEqual([
        ['b', 1],
        ['c', 2],
        ['a', 3],
      ]);
      expect(places[0]!.explanation).toEqual({
        ...{ tiedWith: 2, sharing: 0, compared: [{ tie: TIES[0], value: 2700 }] },
        ruled: { among: 3, reason: '合议' },
      });
    }
    const stale = { ...ruling, entryIds: ['b', 'a'] };
    expect(rankAcross(four, chain, earlier, [stale])).toEqual(rankAcross(four, chain, earlier));
  });

  it('never turns around what the panel told apart, and is the panel’s rank where the chain names none', () => {
    const value = fc.integer({ min: 0, max: 2 });
    const rows = fc.array(fc.tuple(value, value, value, fc.option(value)), { maxLength: 25 });
    fc.assert(
      fc.property(rows, (list) => {
        const entries = list.map(([score, one, two], at) => entry(`e${at}`, score, one, two));
        const scores = new Map<string, number | null>(list.map(([, , , before], at) => [`e${at}`, before]));
        const places = new Map(rankAcross(entries, chain, new Map([['ONE', scores]])).map((one) => [one.entryId, one]));
        const panel = rank(entries, chain);
        for (const one of panel)
          for (const other of panel) {
            const [here, there] = [places.get(one.entryId)!, places.get(other.entryId)!];
            if (one.place < other.place) expect(here.place).toBeLessThan(there.place);
            else if (one.place === other.place && (scores.get(one.entryId) ?? -1) > (scores.get(other.entryId) ?? -1))
              expect(here.place).toBeLessThan(there.place);
          }
        expect(rankAcross(entries, TIES, new Map())).toEqual(rank(entries, TIES));
      }),
    );
  });
});

describe('rank: always', () => {
  const entries = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })), {
      maxLength: 30,
    })
    .map((rows) =>
      rows.map(([score, tech, all], index) => entry(`e${String(index).padStart(2, '0')}`, score, tech, all)),
    );

  it('does not depend on the order of the entries', () => {
    fc.assert(
      fc.property(entries, (list) => {
        expect(rank([...list].reverse(), TIES)).toEqual(rank(list, TIES));
      }),
    );
  });

  it('gives each entry one more than the number of entries above it', () => {
    const above = (one: RankedEntry, other: RankedEntry) => {
      const key = ({ result }: RankedEntry) =>
        result.score! * 10_000 + result.tieValues[0]! * 100 + result.tieValues[1]!;
      return key(one) > key(other);
    };
    fc.assert(
      fc.property(entries, (list) => {
        for (const { entryId, place } of rank(list, TIES)) {
          const self = list.find((one) => one.entryId === entryId)!;
          expect(place).toBe(1 + list.filter((other) => above(other, self)).length);
        }
      }),
    );
  });

  it('counts sharers truly', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const places = rank(list, TIES);
        for (const { place, explanation } of places)
          expect(explanation.sharing).toBe(places.filter((other) => other.place === place).length - 1);
      }),
    );
  });
});
