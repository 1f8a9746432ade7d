import { POSITION_FACETS, type PositionFacet } from '@haishi/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Listing } from './position-columns.js';
import { type IndexAnswer, type IndexQuery, PositionIndex } from './position-index.js';

const TODAY = 20_260_301;
const listing = (
  seq: number,
  number: number,
  changes: Partial<Omit<Listing, 'facets'>> & { facets?: Partial<Listing['facets']> } = {},
): Listing => ({
  seq,
  number,
  listed: true,
  until: 20_261_231,
  payMin: 120_000,
  ...changes,
  facets: {
    zone: 'EIT',
    degree: 'master',
    county: '130102',
    category: 'research',
    pay: 'from_100k',
    university: 'any',
    ...changes.facets,
  },
});
const query = (changes: Partial<IndexQuery> = {}): IndexQuery => ({
  chosen: {},
  today: TODAY,
  sort: 'newest',
  limit: 20,
  ...changes,
});

/** The same search done the plain way over a list. */
function plainSearch(listings: readonly Listing[], asked: IndexQuery) {
  const current = new Map<number, Listing>();
  for (const one of listings) {
    current.delete(one.number);
    if (one.listed) current.set(one.number, one);
  }
  const words = asked.numbers === undefined ? undefined : new Set(asked.numbers);
  const holds = (one: Listing, facet: PositionFacet) =>
    !asked.chosen[facet]?.length || asked.chosen[facet]!.includes(one.facets[facet]);
  const shown = [...current.values()].filter((one) => one.until >= asked.today && (words?.has(one.number) ?? true));
  const found = shown.filter((one) => POSITION_FACETS.every((facet) => holds(one, facet)));
  const pay = (one: Listing) => one.payMin ?? -1;
  found.sort((a, b) => (asked.sort === 'pay' ? pay(b) - pay(a) : 0) || b.seq - a.seq);
  const facets = Object.fromEntries(
    POSITION_FACETS.map((facet) => {
      const counts: Record<string, number> = {};
      for (const one of shown)
        if (POSITION_FACETS.every((other) => other === facet || holds(one, other)))
          counts[one.facets[facet]] = (counts[one.facets[facet]] ?? 0) + 1;
      return [facet, counts];
    }),
  );
  return { total: found.length, numbers: found.map((one) => one.number), facets };
}

function allPages(index: PositionIndex, asked: IndexQuery): number[] {
  const numbers: number[] = [];
  let after: number[] | undefined;
  do {
    const page = search(index, { ...asked, ...(after ? { after } : {}) });
    numbers.push(...page.numbers);
    after = page.next;
  } while (after);
  return numbers;
}

const toCounts = (facets: Record<PositionFacet, Map<string, number>>) =>
  Object.fromEntries(Object.entries(facets).map(([facet, counts]) => [facet, Object.fromEntries(counts)]));

function search(index: PositionIndex, asked: IndexQuery): IndexAnswer {
  const steps = index.steps(asked);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

describe('PositionIndex', () => {
  it('lists the newest first and counts each facet without its own narrowing', () => {
    const index = new PositionIndex();
    index.apply([
      listing(1, 1),
      listing(2, 2, { facets: { zone: 'BIO' } }),
      listing(3, 3, { facets: { degree: 'doctor' } }),
    ]);
    const answer = search(index, query({ chosen: { zone: ['EIT'] } }));
    expect(answer.numbers).toEqual([3, 1]);
    expect(answer.total).toBe(2);
    expect(toCounts(answer.facets)).toMatchObject({ zone: { EIT: 2, BIO: 1 }, degree: { master: 1, doctor: 1 } });
  });

  it('lists the best pay first, negotiable last', () => {
    const index = new PositionIndex();
    index.apply([listing(1, 1), listing(2, 2, { payMin: null }), listing(3, 3, { payMin: 500_000 }), listing(4, 4)]);
    expect(search(index, query({ sort: 'pay' })).numbers).toEqual([3, 4, 1, 2]);
  });

  it('leaves out what is no longer valid or no longer listed', () => {
    const index = new PositionIndex();
    index.apply([
      listing(1, 1, { until: TODAY - 1 }),
      listing(2, 2, { until: TODAY }),
      listing(3, 3),
      listing(4, 3, { listed: false }),
    ]);
    expect(search(index, query()).numbers).toEqual([2]);
    expect([index.seq, index.count]).toEqual([4, 2]);
  });

  it('finds nothing by a value that no position has', () => {
    const index = new PositionIndex();
    index.apply([listing(1, 1)]);
    expect(search(index, query({ chosen: { county: ['999999'] } }))).toMatchObject({ total: 0, numbers: [] });
  });

  it('answers as a plain search does, page by page, after any changes', () => {
    const value = <Value>(...values: Value[]) => fc.constantFrom(...values);
    const change = fc.record({
      number: fc.integer({ min: 1, max: 25 }),
      listed: fc.boolean(),
      until: value(TODAY - 1, TODAY, TODAY + 1),
      payMin: value<number | null>(null, 100_000, 200_000, 300_000),
      zone: value('EIT', 'BIO', 'EQP'),
      degree: value('master', 'doctor'),
    });
    const asked = fc.record({
      zones: fc.uniqueArray(value('EIT', 'BIO', 'EQP')),
      degrees: fc.uniqueArray(value('master', 'doctor')),
      words: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 30 })), { nil: undefined }),
      sort: value<'newest' | 'pay'>('newest', 'pay'),
      limit: fc.integer({ min: 1, max: 7 }),
    });
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 60 }),
        fc.integer({ min: 0, max: 60 }),
        asked,
        (changes, cut, { zones, degrees, words, sort, limit }) => {
          const listings = changes.map(({ zone, degree, ...rest }, at) =>
            listing(at + 1, rest.number, { ...rest, facets: { zone, degree } }),
          );
          const index = new PositionIndex();
          index.apply(listings.slice(0, cut));
          search(index, query({ sort: 'pay' }));
          index.apply(listings.slice(cut));
          const asking = query({
            chosen: { zone: zones, degree: degrees },
            sort,
            limit,
            ...(words ? { numbers: words } : {}),
          });
          const expected = plainSearch(listings, asking);
          const answer = search(index, asking);
          expect(allPages(index, asking)).toEqual(expected.numbers);
          expect(answer.total).toBe(expected.total);
          expect(toCounts(answer.facets)).toEqual(expected.facets);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each(['newest', 'pay'] as const)(
    'answers in steps, by %s, with all that stayed, whatever changes between',
    (sort) => {
      const COUNT = 30_000;
      const all = Array.from({ length: COUNT }, (_, at) => at + 1);
      const stays = (number: number) => number % 3 === 0;
      const index = new PositionIndex();
      index.apply(all.map((number) => listing(number, number, { payMin: number % 900 })));
      let seq = COUNT;
      const relist = (listed: boolean) =>
        index.apply(
          all
            .filter((number) => !stays(number))
            .map((number) => listing((seq += 1), number, { listed, facets: { zone: `Z${seq % 7}` } })),
        );
      const changes = [false, true, false];
      const steps = index.steps(query({ sort, limit: COUNT }));
      let step = steps.next();
      for (; !step.done; step = steps.next()) if (changes.length > 0) relist(changes.pop()!);
      const { numbers, total } = step.value as IndexAnswer;
      expect(changes).toEqual([]);
      expect(numbers.toSorted((one, other) => one - other).filter(stays)).toEqual(all.filter(stays));
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(total).toBe(numbers.length);
    },
  );

  it('counts in steps what it answers, of numbers that are listed anew between', () => {
    const COUNT = 30_000;
    const all = Array.from({ length: COUNT }, (_, at) => at + 1);
    const index = new PositionIndex();
    index.apply(all.map((number) => listing(number, number)));
    const steps = index.steps(query({ numbers: all, limit: COUNT }));
    expect(steps.next().done).toBe(false);
    index.apply(all.slice(10_000).map((number) => listing(COUNT + number, number, { facets: { zone: 'new' } })));
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { numbers, total, facets } = step.value;
    expect(numbers.toSorted((one, other) => one - other).slice(0, 10_000)).toEqual(all.slice(0, 10_000));
    expect(total).toBe(numbers.length);
    expect([...facets.zone.values()].reduce((sum, count) => sum + count)).toBe(total);
  });

  it('keeps what two searches find apart, of which one begins between the steps of the other', () => {
    const COUNT = 10_000;
    const index = new PositionIndex();
    index.apply(
      Array.from({ length: COUNT }, (_, at) => listing(at + 1, at + 1, { facets: { zone: at % 2 === 0 ? 'A' : 'B' } })),
    );
    const ofZone = (zone: string) => query({ chosen: { zone: [zone] }, limit: COUNT });
    search(index, ofZone('A'));
    const steps = index.steps(ofZone('A'));
    expect(steps.next().done).toBe(false);
    const between = search(index, ofZone('B')).numbers;
    const { value } = steps.next();
    expect(between.filter((number) => number % 2 === 0)).toHaveLength(COUNT / 2);
    expect(value!.numbers.filter((number) => number % 2 === 1)).toHaveLength(COUNT / 2);
    expect([between.length, value!.numbers.length]).toEqual([COUNT / 2, COUNT / 2]);
  });

  it('keeps its order when the gaps of many changes are closed', () => {
    const index = new PositionIndex();
    const changes = Array.from({ length: 6_000 }, (_, at) => listing(at + 1, (at % 700) + 1, { payMin: at * 10 }));
    for (let at = 0; at < changes.length; at += 50) index.apply(changes.slice(at, at + 50));
    const expected = plainSearch(changes, query());
    expect(index.count).toBe(700);
    expect(allPages(index, query({ limit: 100 }))).toEqual(expected.numbers);
    expect(allPages(index, query({ limit: 100, sort: 'pay' }))).toEqual(
      plainSearch(changes, query({ sort: 'pay' })).numbers,
    );
  });
});
