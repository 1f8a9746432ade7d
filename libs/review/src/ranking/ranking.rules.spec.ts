import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TieBreaker } from '../aggregation/aggregation.rules.js';
import { rank, rankAcross, type RankedEntry, rankValues, rulingsThatHold, type TieRuling } from './ranking.rules.js';

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
    expect(places[1]!.explanation.compared.map(({ value }) => value)).toEqual([2700, null, 8800]);
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
    expect(rulingsThatHold(four, chain, [ruling, stale])).toEqual([ruling]);
  });

  it('puts a score below nought before none', () => {
    const before = new Map([['ONE', new Map([['a', -21_700]])]]);
    expect(standing(rankAcross(four.slice(0, 2), [first], before))).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  it.each([
    ['a waits for whom it was ruled behind', { a: 9000, b: 8000, c: 8500 }, ['c 1', 'b 2', 'a 3']],
    ['an equal of the first one shares its place', { a: 9000, b: 8000, c: 8000 }, ['b 1', 'c 1', 'a 3']],
    ['all are equal', {}, ['b 1', 'c 1', 'a 3']],
    ['all agree', { a: 7000, b: 8000, c: 7500 }, ['b 1', 'c 2', 'a 3']],
  ])('keeps what was ruled in one session of two: %s', (_, scores, expected) => {
    const ruling = { entryIds: ['b', 'a'], values: [8650, 2700], reason: '合议' };
    const equal = ['a', 'b', 'c'].map((id) => entry(id, 8650, 2700));
    const places = rankAcross(equal, chain.slice(0, 2), new Map([['ONE', new Map(Object.entries(scores))]]), [ruling]);
    expect(places.map(({ entryId, place }) => `${entryId} ${place}`)).toEqual(expected);
    const told = new Map(places.map((one) => [one.entryId, one.explanation]));
    expect(told.get('a')).toMatchObject({ sharing: 0, ruled: { among: 2, reason: '合议' } });
    expect(told.get('a')!.compared.map(({ tie }) => tie)).toEqual(chain.slice(0, 2));
    expect(told.get('c')!.ruled).toBeUndefined();
  });

  it('takes those that count the same in turn', () => {
    const values = [8650, 2700];
    const equal = ['a', 'b', 'c', 'd', 'e'].map((id) => entry(id, 8650, 2700));
    const scores = new Map(Object.entries({ a: 8000, b: 8000, c: 8000, d: 8500, e: 9000 }));
    const rulings = [
      { entryIds: ['a', 'b', 'd'], values, reason: '' },
      { entryIds: ['c', 'e'], values, reason: '' },
    ];
    expect(standing(rankAcross(equal, chain.slice(0, 2), new Map([['ONE', scores]]), rulings))).toEqual([
      ['a', 1],
      ['c', 1],
      ['e', 3],
      ['b', 4],
      ['d', 5],
    ]);
  });

  it('lets what was ruled part those whom another score than that of their panel left equal', () => {
    const ruling = { entryIds: ['b', 'a', 'c'], values: [8650, 2700], reason: '合议' };
    const carried = [entry('a', 8000, 2700), entry('b', 8000, 2700), entry('c', 9000, 2700)];
    const places = rankAcross(carried, chain.slice(0, 1), new Map(), [ruling]);
    expect(places.map(({ entryId, explanation }) => [entryId, explanation.ruled?.among])).toEqual([
      ['c', undefined],
      ['b', 3],
      ['a', 3],
    ]);
    expect(places.map(({ place }) => place)).toEqual([1, 2, 3]);
  });

  describe('of several panels, where chairs ruled', () => {
    const value = fc.integer({ min: 0, max: 1 });
    const row = fc.record({
      panel: fc.integer({ min: 0, max: 2 }),
      values: fc.tuple(value, value, value),
      before: fc.option(fc.integer({ min: -2, max: 2 })),
      turn: fc.nat(),
    });
    /** Each group of equals is ruled on as the last digits say, and some are left. */
    const stage = fc.array(row, { maxLength: 25 }).map((rows) => {
      const entries = rows.map(({ panel, values: [score, ...rest], before, turn }, at) => ({
        ...entry(`e${String(at).padStart(2, '0')}`, score, ...rest),
        ...{ panel, before, turn },
      }));
      const panels = [...Map.groupBy(entries, ({ panel }) => panel).values()].map((all) => {
        const places = Map.groupBy(rank(all, chain), ({ place }) => place);
        const rulings = [...places.values()].flatMap((sharing): TieRuling[] => {
          const shared = all.filter(({ entryId }) => sharing.some((one) => one.entryId === entryId));
          if (shared.length === 1 || shared[0]!.turn % 4 === 0) return [];
          const order = shared.toSorted((one, other) => one.turn - other.turn).map(({ entryId }) => entryId);
          return [{ entryIds: order, values: rankValues(shared[0]!.result, chain), reason: '合议' }];
        });
        return { all, rulings: rulingsThatHold(all, chain, rulings) };
      });
      const earlier = new Map([['ONE', new Map(entries.map(({ entryId, before }) => [entryId, before]))]]);
      return { entries, panels, earlier, rulings: panels.flatMap(({ rulings }) => rulings) };
    });
    type Stage = typeof stage extends fc.Arbitrary<infer Of> ? Of : never;
    const across = ({ entries, earlier, rulings }: Stage) => rankAcross(entries, chain, earlier, rulings);
    const valuesOf = ({ result: { score, tieValues }, before }: Stage['entries'][number]) =>
      [score!, tieValues[0]!, before ?? -Infinity, tieValues[1]!] as const;
    /** Above nought where the first `count` values of `one` are better. */
    const better = (one: readonly number[], other: readonly number[], count = 4): number => {
      const at = one.slice(0, count).findIndex((value, index) => value !== other[index]);
      return at === -1 ? 0 : one[at]! > other[at]! ? 1 : -1;
    };

    it('turns around no two that a panel told apart', () => {
      fc.assert(
        fc.property(stage, (all) => {
          const places = new Map(across(all).map(({ entryId, place }) => [entryId, place]));
          for (const { all: entries, rulings } of all.panels)
            for (const one of rank(entries, chain, rulings))
              for (const other of rank(entries, chain, rulings))
                if (one.place < other.place) expect(places.get(one.entryId)!).toBeLessThan(places.get(other.entryId)!);
        }),
      );
    });

    it('does not depend on the order of entries and rulings', () => {
      fc.assert(
        fc.property(stage, (all) => {
          const turned = { ...all, entries: all.entries.toReversed(), rulings: all.rulings.toReversed() };
          expect(across(turned)).toEqual(across(all));
        }),
      );
    });

    it('goes by the whole chain as far as that leaves it open, and nobody who was not ruled on loses', () => {
      fc.assert(
        fc.property(stage, (all) => {
          const places = new Map(across(all).map(({ entryId, place }) => [entryId, place]));
          const plain = new Map(across({ ...all, rulings: [] }).map(({ entryId, place }) => [entryId, place]));
          const ruled = new Set(all.rulings.flatMap(({ entryIds }) => entryIds));
          for (const one of all.entries) {
            if (ruled.has(one.entryId)) continue;
            expect(places.get(one.entryId)!).toBeLessThanOrEqual(plain.get(one.entryId)!);
            for (const other of all.entries)
              if (better(valuesOf(one), valuesOf(other)) > 0)
                expect(places.get(one.entryId)!).toBeLessThan(places.get(other.entryId)!);
          }
          if (ruled.size === 0) expect(places).toEqual(plain);
        }),
      );
    });

    it('explains each place truly', () => {
      fc.assert(
        fc.property(stage, (all) => {
          const places = across(all);
          const facts = new Map(all.entries.map((one) => [one.entryId, valuesOf(one)]));
          const rulingOn = (id: string) => all.rulings.find(({ entryIds }) => entryIds.includes(id));
          /** What ranks an entry: the worst of its own values and of those ruled before it. */
          const counted = (id: string) => {
            const order = rulingOn(id)?.entryIds ?? [id];
            const before = order.slice(0, order.indexOf(id) + 1).map((one) => facts.get(one)!);
            return before.reduce((one, other) => (better(one, other) > 0 ? other : one));
          };
          for (const { entryId, place, explanation } of places) {
            const { tiedWith, compared, sharing, ruled } = explanation;
            const own = facts.get(entryId)!;
            const others = places.filter((one) => one.entryId !== entryId && facts.get(one.entryId)![0] === own[0]);
            expect(tiedWith).toBe(others.length);
            expect(sharing).toBe(others.filter((one) => one.place === place).length);
            expect(compared).toEqual(
              chain.slice(0, compared.length).map((tie, at) => {
                const value = own[at + 1]!;
                return { tie, value: value === -Infinity ? null : value };
              }),
            );
            const ruling = rulingOn(entryId);
            expect(ruled).toEqual(ruling && { among: ruling.entryIds.length, reason: ruling.reason });
            for (const other of others) {
              if (ruling?.entryIds.includes(other.entryId)) continue;
              const told = better(counted(entryId), counted(other.entryId), compared.length + 1);
              if (told !== 0) expect(told > 0).toBe(place < other.place);
              else expect(compared).toHaveLength(chain.length);
              // Whom nobody ruled on is told apart by what is named, or shares.
              if (!ruling && told === 0 && other.place < place) expect.fail('nothing that is named tells them apart');
              if (!ruling && told === 0 && sharing === 0) expect.fail('nothing that is named tells them apart');
            }
          }
        }),
      );
    });
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
