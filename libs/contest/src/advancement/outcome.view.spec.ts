import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AdvancementEntryView, ENTRY_STATUSES } from './advancement.dto.js';
import { defaultPlan, type StagePlan, workOut } from './advancement.rules.js';
import type { JudgedStage } from './judged-stages.js';
import { entriesWith, orderedFor } from './outcome.filter.js';
import { type OutcomeReader, standingNow, summaryToldTo, toldTo } from './outcome.view.js';

const REGIONS = ['BJ', 'XA'];
const named = (code: string) => ({ code, name: { zh: code, en: code } });
const setting = fc.record({
  entries: fc.array(fc.record({ score: fc.option(fc.constantFrom(8650, 9000)), region: fc.constantFrom(...REGIONS) }), {
    minLength: 1,
    maxLength: 8,
  }),
  mode: fc.constantFrom('total', 'region', 'share') satisfies fc.Arbitrary<StagePlan['mode']>,
  own: fc.nat(7),
});
type Setting = typeof setting extends fc.Arbitrary<infer One> ? One : never;

/** What one reader sees of a stage, and what another does to whom entry `own` is closed. */
function seen({ entries, mode, own }: Setting, othersDecide: boolean, onNotice = false) {
  const place = {
    edition: {
      definition: {
        regions: REGIONS.map(named),
        divisions: [{ ...named('EIT'), fields: [named('IC')] }],
        groups: [named('ENT')],
        rubric: { criteria: [] },
      },
    },
    entries: entries.map((_, at) => ({
      ...{ id: `e${at}`, projectId: `p${at}`, number: `N-${at}` },
      ...{ title: `项目${at}`, team: '' },
    })),
    before: [],
  } as unknown as JudgedStage;
  const particulars = new Map(
    entries.map((_, at) => [`p${at}`, { field: 'IC', group: 'ENT', lead: `负责人${at}`, creditCode: `91-${at}` }]),
  );
  const telling = { decimals: 2, particulars };
  const plan = {
    ...defaultPlan({ total: 2, by: [] }),
    mode,
    size: mode === 'share' ? null : 1,
    permille: 500,
    waiting: 2,
  };
  const facts = entries.map(({ score, region }, at) => ({
    ...{ entryId: `e${at}`, number: `N-${at}`, region, division: 'EIT', withdrawn: false },
    result: { score, tieValues: [] },
  }));
  const online = { decimals: 2, scores: new Map(entries.map(({ score }, at) => [`e${at}`, score])) };
  const ties = [{ by: 'earlier' as const, code: 'ONLINE' }];
  const around = { ties, decimals: 2, earlier: new Map([['ONLINE', online]]), rulings: [] };
  const outcome = workOut({ entries: facts, ...around }, plan);
  if ('problems' in outcome) return null;
  const id = `e${own % entries.length}`;
  const now = standingNow(outcome.answer, []);
  const toldWhere = (reader: OutcomeReader) => outcome.answer.entries.map(toldTo(place, telling, outcome, now, reader));
  const tied = {
    closed: new Map([[id, 'staff' as const]]),
    othersDecide,
    listed: new Set(onNotice ? [id] : []),
  };
  const definition = place.edition.definition;
  return {
    id,
    open: toldWhere({ closed: new Map(), othersDecide: false, listed: new Set() }),
    tied: toldWhere(tied),
    sums: summaryToldTo(definition, outcome, now, tied),
    found: (query: object) => {
      const placedOf = (one: string) => outcome.candidates.find(({ entryId }) => entryId === one)!;
      const all = orderedFor(tied, outcome.answer, placedOf);
      return entriesWith(all, now, query, tied, placedOf, new Set()).map(({ entryId }) => entryId);
    },
  };
}

const HELD = ['advances', 'wildcard'];
const SEATED = { advances: ['晋级', 'advances'], wildcard: ['以外卡晋级', 'advances by wildcard'] } as const;
const seat = (status: AdvancementEntryView['status']) => {
  const [zh, en] = SEATED[status as keyof typeof SEATED];
  return { zh, en };
};

describe('an outcome to whom an entry is closed', () => {
  it('is told as to anybody, with why the entry is closed, where they decide', () => {
    fc.assert(
      fc.property(setting, (one) => {
        const both = seen(one, false);
        if (!both) return;
        const { id, open, tied } = both;
        expect(tied).toEqual(open.map((entry) => (entry.entryId === id ? { ...entry, closed: 'staff' } : entry)));
      }),
    );
  });

  it('is told where others decide without what tells of it: of all who holds a seat, of it what is on public notice', () => {
    fc.assert(
      fc.property(setting, fc.boolean(), (one, onNotice) => {
        const both = seen(one, true, onNotice);
        if (!both) return;
        const { id, open, tied, sums, found } = both;
        const told = open.map((entry) => {
          const own = entry.entryId === id;
          const holds = HELD.includes(entry.status!) && (!own || onNotice);
          return {
            ...entry,
            ...{ score: null, place: null, eligible: null, waiting: null },
            status: holds ? entry.status : null,
            explanation: holds ? seat(entry.status) : null,
            ...(own ? { closed: 'staff', field: null, group: null, lead: null, creditCode: null } : {}),
            ...(own && !onNotice ? { title: null, team: null, region: null, division: null } : {}),
          };
        });
        expect(tied).toEqual(told);
        const numbers = open.map(({ number }) => number).sort();
        expect(found({}).map((entry) => open.find(({ entryId }) => entryId === entry)!.number)).toEqual(numbers);
        for (const status of ENTRY_STATUSES) {
          const those = told.filter((entry) => entry.status === status).map(({ entryId }) => entryId);
          expect(sums.counts[status]).toBe(those.length);
          expect(found({ status }).sort()).toEqual(those.sort());
        }
        expect(sums).toMatchObject({ total: open.length, quotas: null, unfilled: null });
        for (const region of REGIONS)
          expect(found({ region }).includes(id)).toBe(
            told.find((entry) => entry.entryId === id)!.region?.zh === region,
          );
      }),
    );
  });

  it('is the same wherever the entry stands, as long as the same hold seats', () => {
    fc.assert(
      fc.property(setting, fc.constantFrom(8650, 9000), (one, score) => {
        const own = one.own % one.entries.length;
        const [was, is] = [
          seen(one, true),
          seen({ ...one, entries: one.entries.with(own, { ...one.entries[own]!, score }) }, true),
        ];
        if (!was || !is) return;
        const statuses = ({ tied }: typeof was) => tied.map(({ entryId, status }) => [entryId, status]).sort();
        if (JSON.stringify(statuses(was)) !== JSON.stringify(statuses(is))) return;
        const byId = ({ tied }: typeof was) => tied.toSorted((a, b) => (a.entryId < b.entryId ? -1 : 1));
        expect([byId(was), was.sums.counts]).toEqual([byId(is), is.sums.counts]);
      }),
    );
  });
});
