import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOfStage } from '../online-review/plan.file.js';
import { defaultPlan } from '../online-review/round.rules.js';
import { readEditionFile, writeEditionFile } from './edition.file.js';
import { chainOf, followsStage, tiesOf } from './ties.rules.js';
import { aggregationOf } from './aggregation.js';

const text = readFileSync(new URL('../../../../apps/server/assets/edition-haishi-cup.json', import.meta.url), 'utf8');
const now = new Date('2026-03-01T17:00:00Z');
const [REG, ONLINE, HEAT, FINAL] = [0, 2, 3, 4];

/** The supplied edition whose stage is set so besides. */
function read(stage: number, settings: object) {
  const raw = JSON.parse(text) as { stages: { settings: object }[] };
  Object.assign(raw.stages[stage]!.settings, settings);
  const { file, failures } = readEditionFile(raw, { now });
  return {
    file,
    settings: file.stages[stage]!.settings,
    faults: failures.map(({ field, code }) => `${field}: ${code}`),
  };
}
const again = (file: ReturnType<typeof read>['file']) =>
  readEditionFile(JSON.parse(JSON.stringify(writeEditionFile(file))), { now });

describe('what separates equal results', () => {
  it('stands in the supplied edition, stage by stage', () => {
    expect(read(ONLINE, {}).settings.ties).toEqual(['TECH', 'MARKET', 'untrimmed']);
    expect(read(HEAT, {}).settings.ties).toEqual(['TECH', 'untrimmed']);
  });

  it('is the first criterion and then the mean before striking where a stage says nothing, and nothing where it says so', () => {
    const { file, settings } = read(HEAT, { ties: undefined });
    const { rubric } = file.definition;
    expect(settings).not.toHaveProperty('ties');
    expect(tiesOf(settings, rubric)).toEqual(['TECH', 'untrimmed']);
    expect(tiesOf(read(HEAT, { ties: [] }).settings, rubric)).toEqual([]);
  });

  it('is any order of criteria and of that mean, read back from the file as it was', () => {
    const members = ['TECH', 'MARKET', 'TEAM', 'FINANCE', 'LANDING', 'untrimmed', 'stage:ONLINE', 'stage:HEAT'];
    fc.assert(
      fc.property(fc.shuffledSubarray(members), (ties) => {
        const stage = FINAL;
        const { file, settings, faults } = read(stage, { ties });
        expect(faults).toEqual([]);
        expect(again(file)).toEqual({ file, failures: [] });
        const { rubric } = file.definition;
        const aggregation = aggregationOf(settings, rubric);
        expect(chainOf(aggregation)).toEqual(ties);
        expect(followsStage(aggregation, settings, rubric)).toBe(true);
        expect(followsStage(aggregation, { ties: [...ties, 'X'] }, rubric)).toBe(false);
      }),
    );
  });

  it.each<[string, number, unknown, string[]]>([
    [
      'a criterion that the rubric has not',
      ONLINE,
      ['TECH', 'LOOKS'],
      ['stages.2.settings.ties.1: edition.tie_unknown'],
    ],
    [
      'a member that stood there before',
      HEAT,
      ['TECH', 'untrimmed', 'TECH'],
      ['stages.3.settings.ties.2: edition.tie_repeated'],
    ],
    ['more members than a chain has', HEAT, Array(11).fill('TECH'), ['stages.3.settings.ties: common.list_too_long']],
    ['a member that is no text', HEAT, [3], ['stages.3.settings.ties.0: common.not_a_text']],
    ['a stage that comes after', HEAT, ['stage:FINAL'], ['stages.3.settings.ties.0: edition.tie_stage']],
    ['itself', HEAT, ['TECH', 'stage:HEAT'], ['stages.3.settings.ties.1: edition.tie_stage']],
    ['a stage before it that judges nobody', FINAL, ['stage:REG'], ['stages.4.settings.ties.0: edition.tie_stage']],
    ['a stage where none before judges', ONLINE, ['stage:'], ['stages.2.settings.ties.0: edition.tie_stage']],
    [
      'an earlier stage twice',
      FINAL,
      ['stage:ONLINE', 'TECH', 'stage:ONLINE'],
      ['stages.4.settings.ties.2: edition.tie_repeated'],
    ],
    ['no list', HEAT, 'TECH', ['stages.3.settings.ties: common.not_a_list']],
    ['a stage that ranks nobody', REG, ['TECH'], ['stages.0.settings.ties: common.unknown_field']],
  ])('is refused with %s', (_, stage, ties, faults) => {
    expect(read(stage, { ties }).faults).toEqual(faults);
  });
});

describe('the plan of an online review', () => {
  const own = {
    load: { min: 4, max: 30 },
    composition: [{ type: 'investor', atLeast: 1 }],
    awayFromHome: false,
    sharedByPanels: 2,
    costs: { field: 0, division: 1, neither: 7 },
    normalisation: 'robust',
    divergence: 1250,
    lateSheets: 'refused',
  };

  it('begins with what the stage says and is usual besides, read back from the file as it was', () => {
    const { file, settings, faults } = read(ONLINE, { plan: own });
    expect(faults).toEqual([]);
    expect(settings.plan).toEqual(own);
    expect(again(file)).toEqual({ file, failures: [] });
    const { costs: _, ...rest } = own;
    expect(planOfStage(settings)).toEqual({ ...defaultPlan(3), ...rest, mismatch: [0, 1, 7] });
    expect(planOfStage(read(ONLINE, {}).settings)).toEqual(defaultPlan(3));
  });

  it('takes what is null for what is not said, as a change of the file does', () => {
    const names = Object.keys({ ...own, load: null, reopensDivergent: null, connected: null });
    const { settings, faults } = read(ONLINE, { plan: Object.fromEntries(names.map((name) => [name, null])) });
    expect(faults).toEqual([]);
    expect(planOfStage(settings)).toEqual(defaultPlan(3));
  });

  const at = (rest: string) => [`stages.2.settings.plan.${rest}`];
  it.each<[string, unknown, string[]]>([
    ['what no plan has', { colour: 1 }, at('colour: common.unknown_field')],
    [
      'how many judges an entry gets, which the stage says',
      { judgesPerEntry: 3 },
      at('judgesPerEntry: common.unknown_field'),
    ],
    ['what is out of bounds', { divergence: -1 }, at('divergence: common.number_out_of_range')],
    ['what is no choice', { normalisation: 'magic' }, at('normalisation: common.not_a_choice')],
    [
      'what is no number, deep inside',
      { costs: { ...own.costs, neither: '7' } },
      at('costs.neither: common.not_an_integer'),
    ],
    ['bounds that cross', { load: { min: 9, max: 3 } }, at('load.min: online_review.bounds_crossed')],
    [
      'more types than judges',
      { composition: [{ type: 'investor', atLeast: 4 }] },
      at('composition: online_review.composition_too_large'),
    ],
    [
      'a kind of judges that the edition does not know',
      { composition: [{ type: 'oracle', atLeast: 1 }] },
      at('composition.0.type: common.not_a_choice'),
    ],
    ['a list in its place', [], ['stages.2.settings.plan: edition.not_an_object']],
    ['what no plan has, though it is null', { colour: null }, at('colour: common.unknown_field')],
    ...Object.getOwnPropertyNames(Object.prototype).map((name): [string, unknown, string[]] => [
      `what no plan has, though every object inherits its name: ${name}`,
      JSON.parse(`{"costs":{"field":0,"division":1,"neither":7,"${name}":1},"${name}":1}`),
      [...at(`costs.${name}: common.unknown_field`), ...at(`${name}: common.unknown_field`)],
    ]),
  ])('is refused with %s', (_, plan, faults) => {
    expect(read(ONLINE, { plan }).faults).toEqual(faults);
  });

  it('is no setting of a roadshow', () => {
    expect(read(HEAT, { plan: {} }).faults).toEqual(['stages.3.settings.plan: common.unknown_field']);
  });
});
