import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOf } from './advance.rules.js';
import type { Advance } from './edition.definition.js';
import { readEditionFile, writeEditionFile } from './edition.file.js';

const text = readFileSync(new URL('../../../../apps/server/assets/edition-haishi-cup.json', import.meta.url), 'utf8');
const now = new Date('2026-03-01T17:00:00Z');
const REGIONS = ['EUA', 'ASIA', 'BJ', 'XA', 'HZ'];
const DIVISIONS = ['EIT', 'BIO', 'EQP', 'FOOD'];
/** The regional heats, after the online review. */
const AT = 3;
const AT_PATH = `stages.${AT}.settings.advance`;

/** The supplied edition whose heats say so of who advances. */
function withAdvance(advance: unknown): Record<string, any> {
  const file = JSON.parse(text) as Record<string, any>;
  file['stages'][AT].settings.advance = advance;
  return file;
}
const read = (raw: unknown) => readEditionFile(raw, { now });
const advanceOf = (raw: unknown) => read(raw).file.stages[AT]!.settings.advance;
const faultsOf = (advance: unknown) =>
  read(withAdvance(advance)).failures.map(({ field, code }) => `${field.replace(`${AT_PATH}.`, '')}: ${code}`);

const count = fc.integer({ min: 0, max: 1000 });
const places = fc.integer({ min: 1, max: 1000 });
const margins = (codes: readonly string[]) => fc.array(count, { minLength: codes.length, maxLength: codes.length });
const cap = fc.record({ region: fc.constantFrom(...REGIONS), division: fc.constantFrom(...DIVISIONS), cap: count });
const common = {
  wildcards: fc.option(count, { nil: undefined }),
  waiting: fc.option(count, { nil: undefined }),
  cutTies: fc.option(fc.constantFrom('all' as const, 'order' as const), { nil: undefined }),
  carry: fc.option(fc.record({ stage: fc.constant('ONLINE'), permille: fc.integer({ min: 1, max: 999 }) }), {
    nil: undefined,
  }),
};
const caps = fc.option(fc.array(cap, { minLength: 1, maxLength: 4 }), { nil: undefined });
const both = fc.constant(['region', 'division'] as ('region' | 'division')[]);
/** Both margins of as many seats: what the last division has is what the others leave. */
const byHand = margins(REGIONS).map((seats) => {
  const all = seats.reduce((sum, one) => sum + one, 0);
  const share = Math.floor(all / DIVISIONS.length);
  return {
    regions: REGIONS.map((code, at) => ({ code, seats: seats[at]! })),
    divisions: DIVISIONS.map((code, at) => ({
      code,
      seats: at === DIVISIONS.length - 1 ? all - share * at : share,
    })),
  };
});
const anyAdvance = fc.oneof(
  fc.record({ total: places, by: fc.subarray(['region', 'division'] as ('region' | 'division')[]), ...common }),
  fc.record({ permille: fc.integer({ min: 1, max: 1000 }), by: fc.constant([]), ...common }),
  fc.record({ total: places, by: both, caps, ...common }),
  fc.tuple(byHand, fc.record({ by: both, caps, ...common })).map(([margin, rest]) => ({ ...margin, ...rest })),
);

describe('who advances, in the file', () => {
  it('is the whole plan that a decision starts from, read back from its export as it was', () => {
    fc.assert(
      fc.property(anyAdvance, (advance) => {
        const { file, failures } = read(withAdvance(JSON.parse(JSON.stringify(advance))));
        expect(failures).toEqual([]);
        expect(planOf(file.stages[AT]!.settings.advance!)).toEqual(planOf(advance as Advance));
        expect(read(JSON.parse(JSON.stringify(writeEditionFile(file)))).file).toEqual(file);
      }),
      { numRuns: 60 },
    );
  });

  it('is places and what they are shared out by, as files before said it, with nothing added', () => {
    expect(advanceOf(withAdvance({ total: 60, by: ['region', 'division'] }))).toEqual({
      total: 60,
      by: ['region', 'division'],
    });
    expect(advanceOf(withAdvance({ total: 60 }))).toEqual({ total: 60, by: [] });
  });

  it('leaves out what holds anyway', () => {
    const advance = { total: 60, by: [], caps: [], wildcards: 0, waiting: 0, cutTies: 'order', carry: null };
    expect(advanceOf(withAdvance(advance))).toEqual({ total: 60, by: [] });
  });

  it.each<[string, unknown, string[]]>([
    ['nothing to count', { by: ['region'] }, ['total: common.required']],
    ['a share with places', { total: 3, by: [], permille: 100 }, ['permille: edition.advance_share']],
    ['a share by region', { by: ['region'], permille: 100 }, ['permille: edition.advance_share']],
    ['more than the whole', { by: [], permille: 1001 }, ['permille: common.number_out_of_range']],
    [
      'one margin alone',
      { by: ['region', 'division'], regions: [{ code: 'BJ', seats: 2 }] },
      ['divisions: common.required'],
    ],
    [
      'margins that do not add up to the same',
      {
        by: ['region', 'division'],
        regions: [{ code: 'BJ', seats: 2 }],
        divisions: [{ code: 'EIT', seats: 3 }],
      },
      ['regions: edition.advance_unequal'],
    ],
    [
      'margins and a total',
      {
        total: 2,
        by: ['region', 'division'],
        regions: [{ code: 'BJ', seats: 2 }],
        divisions: [{ code: 'EIT', seats: 2 }],
      },
      ['total: edition.advance_by_hand'],
    ],
    [
      'a region that is not there, and one named twice',
      {
        by: ['region', 'division'],
        regions: [
          { code: 'NOWHERE', seats: 1 },
          { code: 'BJ', seats: 1 },
          { code: 'BJ', seats: 1 },
        ],
        divisions: [{ code: 'EIT', seats: 3 }],
      },
      ['regions.0.code: advancement.unknown_code', 'regions.2.code: advancement.named_twice'],
    ],
    [
      'caps where nothing is shared out by both',
      { total: 9, by: ['region'], caps: [{ region: 'BJ', division: 'EIT', cap: 1 }] },
      ['caps: edition.advance_not_both'],
    ],
    [
      'a cap on a division that is not there',
      { total: 9, by: ['region', 'division'], caps: [{ region: 'BJ', division: 'ART', cap: 1 }] },
      ['caps.0.division: advancement.unknown_code'],
    ],
    ['no such way with ties', { total: 9, by: [], cutTies: 'lot' }, ['cutTies: common.not_a_choice']],
    [
      'the score of a later stage',
      { total: 9, carry: { stage: 'FINAL', permille: 300 } },
      ['carry.stage: advancement.unknown_stage'],
    ],
    [
      'the score of a stage without any',
      { total: 9, carry: { stage: 'REG', permille: 300 } },
      ['carry.stage: advancement.unknown_stage'],
    ],
    [
      'its own score',
      { total: 9, carry: { stage: 'HEAT', permille: 300 } },
      ['carry.stage: advancement.unknown_stage'],
    ],
    [
      'all of an earlier score',
      { total: 9, carry: { stage: 'ONLINE', permille: 1000 } },
      ['carry.permille: common.number_out_of_range'],
    ],
    ['entries ruled out', { total: 9, excluded: [] }, ['excluded: common.unknown_field']],
  ])('is refused with %s', (_, advance, faults) => {
    expect(faultsOf(advance)).toEqual(faults);
  });
});
