import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPlan, type StagePlan, workOut } from './advancement.rules.js';
import type { JudgedStage } from './judged-stages.js';
import { outcomeView } from './outcome.view.js';

const REGIONS = ['BJ', 'XA'];
const named = (code: string) => ({ code, name: { zh: code, en: code } });
const setting = fc.record({
  entries: fc.array(
    fc.record({ score: fc.option(fc.integer({ min: 0, max: 9999 })), region: fc.constantFrom(...REGIONS) }),
    {
      minLength: 1,
      maxLength: 8,
    },
  ),
  mode: fc.constantFrom('total', 'region', 'share') satisfies fc.Arbitrary<StagePlan['mode']>,
  own: fc.nat(7),
  other: fc.integer({ min: 0, max: 9999 }),
});
type Setting = typeof setting extends fc.Arbitrary<infer One> ? One : never;

/** What one reader sees of a stage, and what another does to whom entry `own` is closed. */
function seen({ entries, mode, own }: Setting, published: boolean) {
  const place = {
    edition: {
      definition: {
        regions: REGIONS.map(named),
        divisions: [{ ...named('EIT'), fields: [named('IC')] }],
        groups: [named('ENT')],
      },
    },
    entries: entries.map((_, at) => ({
      ...{ id: `e${at}`, projectId: `p${at}`, number: `N-${at}` },
      ...{ title: `项目${at}`, team: '' },
    })),
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
  const outcome = workOut({ entries: facts, ties: [], rulings: [] }, plan);
  if ('problems' in outcome) return null;
  const id = `e${own % entries.length}`;
  const closed = new Map([[id, 'staff' as const]]);
  const now = outcome.answer.entries;
  return {
    id,
    open: outcomeView(place, telling, outcome, now, { closed: new Map(), published }),
    kept: outcomeView(place, telling, outcome, now, { closed, published }),
  };
}

describe('an outcome to whom an entry is closed', () => {
  it('tells of it, before it is published, the same whatever it came to', () => {
    fc.assert(
      fc.property(setting, (one) => {
        const changed = one.entries.map((entry, at) =>
          at === one.own % one.entries.length ? { ...entry, score: one.other } : entry,
        );
        const [before, after] = [seen(one, false), seen({ ...one, entries: changed }, false)];
        if (!before || !after) return;
        const { id } = before;
        const told = ({ kept }: typeof before) => kept.entries.findIndex(({ entryId }) => entryId === id);
        expect(before.kept.entries[told(before)]).toEqual(after.kept.entries[told(after)]);
        expect([told(before), told(after)]).toEqual([one.entries.length - 1, one.entries.length - 1]);
        const [shown, known] = [before.kept, before.open].map(({ entries }) =>
          entries.find(({ entryId }) => entryId === id)!,
        );
        const { title, team, region, division, field, group } = known!;
        expect(shown).toMatchObject({ title, team, region, division, field, group, lead: null, creditCode: null });
        expect(known).toMatchObject({
          ...{ field: named('IC').name, group: named('ENT').name },
          ...{ lead: `负责人${id.slice(1)}`, creditCode: `91-${id.slice(1)}` },
        });
      }),
    );
  });

  it('prints no line and no count of a quota in which it competes, and all else as others read it', () => {
    fc.assert(
      fc.property(setting, (one) => {
        const both = seen(one, false);
        if (!both) return;
        const { id, open, kept } = both;
        const { region } = one.entries[one.own % one.entries.length]!;
        const others = <Row extends { entryId: string }>(rows: readonly Row[]) =>
          rows.filter(({ entryId }) => entryId !== id);
        expect(others(kept.entries)).toEqual(others(open.entries));
        expect(kept.quotas).toEqual(
          open.quotas.map((cell) => (cell.region!.zh === region ? { ...cell, line: null, eligible: null } : cell)),
        );
      }),
    );
  });

  it('tells once it is published what its entrant was told, and the score to nobody whom it is closed to', () => {
    fc.assert(
      fc.property(setting, (one) => {
        const both = seen(one, true);
        if (!both) return;
        const { id, open, kept } = both;
        expect(kept.entries).toEqual(
          open.entries.map((entry) =>
            entry.entryId === id ? { ...entry, closed: 'staff', score: null, lead: null, creditCode: null } : entry,
          ),
        );
        expect(kept.quotas).toEqual(open.quotas);
      }),
    );
  });
});
