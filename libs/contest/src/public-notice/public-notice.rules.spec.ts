import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, standing } from '../advancement/advancement.rules.js';
import { advancing, awarded, NOTICE_MACHINE, NOTICE_STATES, noticeDays } from './public-notice.rules.js';

const AWARDS = [
  { code: '1', name: { zh: '一等奖', en: 'First' }, perDivision: 1 },
  { code: '2', name: { zh: '二等奖', en: 'Second' }, perDivision: 2 },
];

function candidate(
  entryId: string,
  division: string,
  place: number | null,
  change: Partial<Candidate> = {},
): Candidate {
  return {
    entryId,
    number: `N-${entryId}`,
    region: 'BJ',
    division,
    score: 8000,
    tieValues: [],
    place,
    ineligible: null,
    ...change,
  };
}
const namesOf = (listed: ReturnType<typeof awarded>) => listed.map(({ entryId, result }) => `${entryId} ${result.zh}`);

describe('the days of a public notice', () => {
  it('are working days by the announced calendar, the day of publication not counted', () => {
    // 29 September 2026 is a Tuesday; 1 to 7 October are holidays, the Saturday after is worked.
    const days = noticeDays(new Date('2026-09-29T02:00:00Z'), 5, 'working', 'Asia/Shanghai');
    expect(days).toMatchObject({ startsOn: '2026-09-29', endsOn: '2026-10-12', certain: true });
    expect(days.closesAt.toISOString()).toBe('2026-10-12T16:00:00.000Z');
  });

  it('begin on the day it is in the edition’s zone, and end with its last', () => {
    const days = noticeDays(new Date('2026-11-23T23:30:00Z'), 1, 'working', 'Europe/Berlin');
    expect(days).toMatchObject({ startsOn: '2026-11-24', endsOn: '2026-11-25' });
    expect(days.closesAt.toISOString()).toBe('2026-11-25T23:00:00.000Z');
  });

  it('say where the holidays of a year are not announced yet', () => {
    expect(noticeDays(new Date('2031-03-03T02:00:00Z'), 5, 'working', 'Asia/Shanghai').certain).toBe(false);
  });

  it('count every day of the calendar where the edition says so, whatever is announced', () => {
    expect(noticeDays(new Date('2026-09-29T02:00:00Z'), 7, 'calendar', 'Asia/Shanghai')).toEqual({
      startsOn: '2026-09-29',
      endsOn: '2026-10-06',
      closesAt: new Date('2026-10-06T16:00:00Z'),
      certain: true,
    });
    expect(noticeDays(new Date('2031-03-03T02:00:00Z'), 7, 'calendar', 'Asia/Shanghai').certain).toBe(true);
  });
});

describe('the list of a notice', () => {
  it('names who advances, and who waits only where that is told', () => {
    const entry = (
      entryId: string,
      status: 'advances' | 'wildcard' | 'waiting' | 'out',
      waiting: number | null = null,
    ) => ({ entryId, status, waiting, explanation: {} }) as never;
    const entries = [entry('a', 'advances'), entry('b', 'wildcard'), entry('c', 'waiting', 1), entry('d', 'out')];
    expect(advancing(entries, false).map(({ entryId }) => entryId)).toEqual(['a', 'b']);
    expect(advancing(entries, true).map(({ result }) => result.zh)).toEqual(['晋级', '外卡晋级', '候补第 1 位']);
  });

  it('tells nobody who left: no places, and waiting numbers that run on', () => {
    const entry = (entryId: string, status: 'advances' | 'waiting', waiting: number | null) => ({
      entryId,
      status,
      waiting,
      explanation: { cell: null, quota: 2 },
    });
    const entries = [
      entry('a', 'advances', null),
      entry('b', 'advances', null),
      ...['c', 'd', 'e', 'f', 'g'].map((id, at) => entry(id, 'waiting', at + 1)),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f', 'g']), (left) => {
        const replaced = left.map((withdrawnId) => ({ withdrawnId, movedUpId: 'next' }));
        const listed = advancing(standing({ entries } as never, replaced), true);
        const waiting = listed.flatMap(({ result }) => /候补第 (\d+) 位/.exec(result.zh)?.[1] ?? []).map(Number);
        expect(waiting.toSorted((one, other) => one - other)).toEqual(waiting.map((_, at) => at + 1));
        for (const one of listed) expect(Object.keys(one).toSorted()).toEqual(['entryId', 'result']);
        expect(listed.some(({ entryId }) => left.includes(entryId))).toBe(false);
      }),
    );
  });

  it('gives the awards of each division by rank', () => {
    const candidates = [
      candidate('a', 'EIT', 1),
      candidate('b', 'BIO', 2),
      candidate('c', 'EIT', 3),
      candidate('d', 'EIT', 4),
      candidate('e', 'EIT', 5),
      candidate('f', 'BIO', null, { ineligible: { because: 'too_few_scores' }, score: null }),
    ];
    expect(namesOf(awarded(candidates, new Set(), AWARDS))).toEqual(['a 一等奖', 'b 一等奖', 'c 二等奖', 'd 二等奖']);
    expect(namesOf(awarded(candidates, new Set(['a']), AWARDS))).toEqual([
      'b 一等奖',
      'c 一等奖',
      'd 二等奖',
      'e 二等奖',
    ]);
  });

  it('gives each the award that the number of those better in its division leaves it, whatever their order', () => {
    const lists = fc.array(
      fc.record({ division: fc.constantFrom('EIT', 'BIO'), place: fc.integer({ min: 1, max: 9 }) }),
    );
    fc.assert(
      fc.property(lists, (list) => {
        const all = list.map(({ division, place }, at) => candidate(String(at), division, place));
        const got = new Map(awarded(all, new Set(), AWARDS).map(({ entryId, result }) => [entryId, result.zh]));
        for (const { entryId, division, place } of all) {
          const better = all.filter((one) => one.division === division && one.place! < place!).length;
          expect(got.get(entryId)).toBe(['一等奖', '二等奖', '二等奖'][better]);
        }
      }),
    );
  });

  it('gives equals the same award, and the next has as many fewer', () => {
    const tied = [
      candidate('a', 'EIT', 1),
      candidate('b', 'EIT', 1),
      candidate('c', 'EIT', 3),
      candidate('d', 'EIT', 4),
    ];
    expect(namesOf(awarded(tied, new Set(), AWARDS))).toEqual(['a 一等奖', 'b 一等奖', 'c 二等奖']);
    const atTheEnd = [
      candidate('a', 'EIT', 1),
      candidate('b', 'EIT', 2),
      candidate('c', 'EIT', 3),
      candidate('d', 'EIT', 3),
    ];
    expect(namesOf(awarded(atTheEnd, new Set(), AWARDS))).toEqual(['a 一等奖', 'b 二等奖', 'c 二等奖', 'd 二等奖']);
  });

  it('is the same whatever the order of the candidates, and no worse rank has a better award', () => {
    const places = fc.array(
      fc.record({ division: fc.constantFrom('EIT', 'BIO'), score: fc.integer({ min: 1, max: 6 }) }),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(places, fc.infiniteStream(fc.nat()), (entries, seeds) => {
        const candidates = entries.map(({ division, score }, index) =>
          candidate(`e${index}`, division, 1 + entries.filter((one) => one.score > score).length),
        );
        const shuffled = candidates
          .map((one) => ({ one, by: seeds.next().value! }))
          .sort((one, other) => one.by - other.by)
          .map(({ one }) => one);
        const listed = awarded(candidates, new Set(), AWARDS);
        expect(awarded(shuffled, new Set(), AWARDS)).toEqual(listed);
        const of = (id: string) => candidates.find(({ entryId }) => entryId === id)!;
        const level = (id: string) =>
          AWARDS.findIndex(({ name }) => name === listed.find((one) => one.entryId === id)?.result);
        for (const { entryId } of listed)
          for (const other of candidates)
            if (other.division === of(entryId).division && other.place! <= of(entryId).place!)
              expect(level(other.entryId)).toBeLessThanOrEqual(level(entryId));
      }),
    );
  });
});

describe('the states of a notice', () => {
  it.each(NOTICE_STATES)('%s', (state) => {
    expect(NOTICE_MACHINE.actions(state)).toEqual(state === 'open' ? ['conclude', 'revoke'] : []);
  });
});
