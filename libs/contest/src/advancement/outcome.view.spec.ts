import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdvancementEntryView } from './advancement.dto.js';
import { defaultPlan, type StagePlan, workOut } from './advancement.rules.js';
import type { JudgedStage } from './judged-stages.js';
import { standingNow, toldTo } from './outcome.view.js';

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
function seen({ entries, mode, own }: Setting, scoreless: boolean) {
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
  const toldWhere = (closed: ReadonlyMap<string, 'staff'>) =>
    outcome.answer.entries.map(toldTo(place, telling, outcome, now, { closed, scoreless }));
  return {
    id,
    open: toldWhere(new Map()),
    tied: toldWhere(new Map([[id, 'staff' as const]])),
  };
}

/** The reason without how a tie was broken, which tells scores. */
const withoutTie = ({ explanation: { zh, en } }: AdvancementEntryView) => ({
  explanation: {
    zh: zh
      .split('；')
      .filter((part) => !part.includes('分同分'))
      .join('；'),
    en: en
      .split('; ')
      .filter((part) => !part.startsWith('tie on'))
      .join('; '),
  },
});

describe('an outcome to whom an entry is closed', () => {
  it.each([
    [
      'is told as to its entrant, but for its score, where others decide',
      true,
      { closed: 'staff', score: null, lead: null, creditCode: null },
    ],
    ['is told as to anybody, with why it is closed, where they decide', false, { closed: 'staff' }],
  ] as const)('%s', (_, scoreless, change) => {
    fc.assert(
      fc.property(setting, (one) => {
        const both = seen(one, scoreless);
        if (!both) return;
        const { id, open, tied } = both;
        const told = open.map((entry) =>
          entry.entryId === id ? { ...entry, ...change, ...(scoreless ? withoutTie(entry) : {}) } : entry,
        );
        expect(tied).toEqual(told);
      }),
    );
  });
});
