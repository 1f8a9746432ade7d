import type { Answers, Question } from '@haishi/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EligibilityRule } from '../edition/rule.definition.js';
import type { EarlierWin } from './earlier-win.js';
import { countsOf, explain, fullYears, refusing, type RuledProject, type RuleSurroundings } from './evaluate.rules.js';

const name = { zh: '问', en: 'Q' };
const options = ['DOCTOR', 'MASTER', 'BACHELOR'].map((code) => ({ code, name: { zh: code, en: code.toLowerCase() } }));
const questions: Question[] = [
  { code: 'BORN', name: { zh: '出生日期', en: 'Day of birth' }, required: false, kind: 'date' },
  { code: 'FOUNDED', name, required: false, kind: 'date' },
  { code: 'DEGREE', name, required: false, kind: 'choice', options },
  { code: 'NEEDS', name, required: false, kind: 'choices', options },
  { code: 'WON', name, required: false, kind: 'yesNo' },
];
const project: RuledProject = {
  group: 'ENT',
  organisation: { country: 'CN', code: '91130100MA00000012' },
  members: [
    { share: null, isCore: false },
    { share: 2000, isCore: true },
    { share: 1000, isCore: true },
  ],
  answers: { BORN: '1980-06-15', FOUNDED: '2020-01-01', DEGREE: 'MASTER', NEEDS: ['DOCTOR', 'MASTER'], WON: false },
};
const around: RuleSurroundings = {
  closingDay: '2026-06-15',
  others: { owner: [], organisation: ['HSB-EIT-0007', 'HSB-EIT-0009'] },
  suspected: [],
  forStaff: true,
};
type Part = Record<string, unknown>;
const rule = (part: Part): EligibilityRule =>
  ({ code: 'R', text: { zh: '规则', en: 'Rule' }, severity: 'flag', ...part }) as EligibilityRule;
const of = (part: Part, change: Partial<RuledProject> = {}, more: Partial<RuleSurroundings> = {}) =>
  explain({ questions, rules: [rule(part)] }, { ...project, ...change }, { ...around, ...more })[0]!;
const outcome = (...input: Parameters<typeof of>) => of(...input).outcome;
const without = (code: string): Partial<RuledProject> => {
  const { [code]: _, ...answers } = project.answers;
  return { answers: answers as Answers };
};

describe('an age', () => {
  const age = (part: Part) => ({ kind: 'age', question: 'BORN', ...part });

  it('is counted in full years to the day registration closes, unless another is named', () => {
    expect(outcome(age({ max: 46 }))).toBe('met');
    expect(outcome(age({ max: 45 }))).toBe('notMet');
    expect(outcome(age({ max: 45, at: '2026-06-14' }))).toBe('met');
    expect(outcome(age({ min: 46 }), {}, { closingDay: '2026-06-14' })).toBe('notMet');
    expect(of(age({ min: 18, max: 45 })).compared).toEqual({
      zh: '负责人 1980-06-15 出生，2026-06-15 时年满 46 周岁；应不小于18且不超过45周岁。',
      en: 'The leader was born on 1980-06-15 and is 46 on 2026-06-15; to be at least 18 and at most 45.',
    });
  });

  it('cannot be told where it is not answered, and is none before birth', () => {
    expect(of(age({ max: 45 }), without('BORN'))).toMatchObject({
      outcome: 'unknown',
      compared: { zh: '未填写“出生日期”。', en: 'Not answered: Day of birth.' },
    });
    expect(outcome(age({ max: 45 }), { answers: { BORN: '2026-06-16' } })).toBe('notMet');
  });

  it.each([
    ['2000-02-29', '2025-02-28', 24],
    ['2000-02-29', '2025-03-01', 25],
    ['2000-02-29', '2024-02-29', 24],
    ['1980-12-31', '2026-01-01', 45],
    ['2026-06-15', '2026-06-15', 0],
    ['2026-06-16', '2026-06-15', -1],
  ])('of one born on %s is on %s %d', (born, day, years) => {
    expect(fullYears(born, day)).toBe(years);
  });
});

describe('a degree', () => {
  const degree = (part: Part) => ({ kind: 'degree', question: 'DEGREE', ...part });

  it('is enough from the lowest named upwards, or where it is one of those named', () => {
    expect(outcome(degree({ atLeast: 'MASTER' }))).toBe('met');
    expect(outcome(degree({ atLeast: 'BACHELOR' }))).toBe('met');
    expect(outcome(degree({ atLeast: 'DOCTOR' }))).toBe('notMet');
    expect(outcome(degree({ oneOf: ['BACHELOR', 'DOCTOR'] }))).toBe('notMet');
    expect(of(degree({ atLeast: 'MASTER' })).compared.en).toBe('master; to be one of: doctor, master.');
    expect(outcome(degree({ atLeast: 'MASTER' }), without('DEGREE'))).toBe('unknown');
  });
});

describe('a share', () => {
  const equity = (who: 'leader' | 'core', percent: number) => ({ kind: 'equity', of: who, percent });
  const team = (...members: RuledProject['members']) => ({ members });
  const core = (share: number | null) => ({ share, isCore: true });

  it('is the leader’s, or that of the core members together', () => {
    expect(outcome(equity('leader', 20))).toBe('met');
    expect(outcome(equity('leader', 20.01))).toBe('notMet');
    expect(outcome(equity('core', 30))).toBe('met');
    expect(outcome(equity('core', 30.01))).toBe('notMet');
    expect(of(equity('core', 30.5)).compared.zh).toBe('核心成员合计份额 30%；应不少于 30.5%。');
  });

  it('cannot be told where somebody who counts states none, unless the others have enough', () => {
    expect(outcome(equity('core', 30), team(core(2900), core(null)))).toBe('unknown');
    expect(outcome(equity('core', 30), team(core(3000), core(null)))).toBe('met');
    expect(outcome(equity('core', 30), team(core(null)))).toBe('unknown');
    expect(outcome(equity('core', 30), team({ share: 9000, isCore: false }))).toBe('unknown');
    expect(outcome(equity('leader', 30), team({ share: 3000, isCore: false }))).toBe('met');
    expect(outcome(equity('leader', 30), team())).toBe('unknown');
    expect(outcome(equity('core', 30), team(core(0)))).toBe('notMet');
  });
});

describe('the other rules', () => {
  it('compare the day of registration, its ends included', () => {
    const registered = (part: Part) => ({ kind: 'registered', question: 'FOUNDED', ...part });
    expect(outcome(registered({ from: '2020-01-01', until: '2020-01-01' }))).toBe('met');
    expect(outcome(registered({ from: '2020-01-02' }))).toBe('notMet');
    expect(outcome(registered({ until: '2019-12-31' }))).toBe('notMet');
    expect(outcome(registered({ until: '2019-12-31' }), without('FOUNDED'))).toBe('unknown');
    expect(of(registered({ from: '2016-01-01', until: '2019-12-31' })).compared.zh).toBe(
      '登记于 2020-01-01；应不早于 2016-01-01、不晚于 2019-12-31。',
    );
  });

  it('find other projects of the entrant, and tell an entrant no number but their own', () => {
    const one = (by: string) => ({ kind: 'onePerEntrant', by });
    expect(outcome(one('owner'))).toBe('met');
    expect(of(one('organisation')).compared.en).toBe(
      'Other projects handed in by the same organisation: 2 (HSB-EIT-0007, HSB-EIT-0009).',
    );
    const told = of(one('organisation'), {}, { forStaff: false });
    expect(told.outcome).toBe('notMet');
    expect(JSON.stringify(told)).not.toContain('0007');
    const own = { others: { owner: ['HSB-EIT-0001'], organisation: [] }, forStaff: false };
    expect(of(one('owner'), {}, own).compared.zh).toContain('HSB-EIT-0001');
    expect(outcome(one('organisation'), { organisation: { country: 'CN', code: '' } })).toBe('unknown');
  });

  it('cannot tell whether an entrant of another account is the same person, and leave that to be checked', () => {
    const one = { kind: 'onePerEntrant', by: 'owner' };
    const suspected = ['HSB-EIT-0003', 'HSB-EIT-0004'];
    const told = of(one, {}, { suspected });
    expect(told.outcome).toBe('unknown');
    expect(told.compared.zh).toContain('同一申报人没有其他已提交的项目。另有 2 个其他账号提交的项目');
    expect(told.compared.en).toContain('to be checked for one person: 2 (HSB-EIT-0003, HSB-EIT-0004).');
    const both = of(one, {}, { suspected, others: { owner: ['HSB-EIT-0001'], organisation: [] } });
    expect(both.outcome).toBe('notMet');
    expect(both.compared.zh).toMatch(/HSB-EIT-0001.*HSB-EIT-0003、HSB-EIT-0004/);
    const organisation = of({ kind: 'onePerEntrant', by: 'organisation' }, {}, { suspected });
    expect(JSON.stringify(organisation)).not.toContain('0003');
  });

  it('exclude answers: yes or no, or any of several options', () => {
    const answer = (question: string, not: unknown) => ({ kind: 'answer', question, not });
    expect(outcome(answer('WON', true))).toBe('met');
    expect(outcome(answer('WON', false))).toBe('notMet');
    expect(outcome(answer('WON', true), without('WON'))).toBe('unknown');
    expect(outcome(answer('NEEDS', ['MASTER']))).toBe('notMet');
    expect(outcome(answer('NEEDS', ['BACHELOR']))).toBe('met');
    expect(outcome(answer('DEGREE', ['MASTER']))).toBe('notMet');
    expect(of(answer('WON', true)).compared).toEqual({ zh: '“问”：否；不应为：是。', en: 'Q: No; not to be: Yes.' });
  });

  it('admit or exclude countries', () => {
    expect(outcome({ kind: 'country', oneOf: ['CN'] })).toBe('met');
    expect(outcome({ kind: 'country', oneOf: ['DE', 'FR'] })).toBe('notMet');
    expect(outcome({ kind: 'country', not: ['CN'] })).toBe('notMet');
    expect(outcome({ kind: 'country', not: ['CN'] }, { organisation: { country: 'CN', code: '' } })).toBe('unknown');
  });

  it('hold for their groups alone, and none where an edition has none', () => {
    const rules = [rule({ kind: 'onePerEntrant', by: 'owner', groups: ['TEAM'] })];
    expect(explain({ questions, rules }, project, around)).toEqual([]);
    expect(explain({ questions, rules }, { ...project, group: 'TEAM' }, around)).toHaveLength(1);
    expect(explain({ questions, rules }, { ...project, group: null }, around)).toEqual([]);
    expect(explain({}, project, around)).toEqual([]);
  });
});

describe('what follows', () => {
  const with_ = (severity: string, not: boolean) =>
    ({ ...rule({ kind: 'answer', question: 'WON', not }), severity }) as EligibilityRule;

  it('is a refusal by the rules that refuse and are failed, and a count of all that are failed', () => {
    const rules = [with_('refuse', true), with_('refuse', false), with_('flag', false), with_('flag', true)];
    const found = explain({ questions, rules }, project, around);
    expect(refusing(found)).toEqual([found[1]]);
    expect(countsOf(found)).toEqual({ unmetRules: 2, unknownRules: 0 });
    const untold = explain({ questions, rules: rules.slice(0, 3) }, { ...project, ...without('WON') }, around);
    expect(refusing(untold)).toEqual([]);
    expect(countsOf(untold)).toEqual({ unmetRules: 0, unknownRules: 3 });
  });

  it('is never a verdict on what was not answered, and the same for the same', () => {
    const parts = fc.constantFrom<Part>(
      { kind: 'age', question: 'BORN', max: 45 },
      { kind: 'degree', question: 'DEGREE', atLeast: 'MASTER' },
      { kind: 'registered', question: 'FOUNDED', from: '2016-01-01' },
      { kind: 'answer', question: 'WON', not: true },
    );
    const answers = fc.record(
      {
        BORN: fc.constantFrom('1950-01-01', '1990-12-31'),
        DEGREE: fc.constantFrom('DOCTOR', 'BACHELOR'),
        FOUNDED: fc.constantFrom('2010-01-01', '2020-01-01'),
        WON: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(parts, answers, (part, given) => {
        const found = of(part, { answers: given as Answers });
        expect(found.outcome === 'unknown').toBe(!(String(part['question']) in given));
        expect(of(part, { answers: given as Answers })).toEqual(found);
        expect(found.compared.zh && found.compared.en).not.toBe('');
      }),
    );
  });
});

describe('an award won before', () => {
  const award = (zh: string, en: string) => ({ zh, en });
  const win = (change: Partial<EarlierWin> = {}): EarlierWin => ({
    edition: 'HSB-2025',
    editionName: award('2025海石杯', 'Haishi Cup 2025'),
    award: award('二等奖', 'Second prize'),
    level: 1,
    number: 'HSB-2025-EIT-0003',
    shares: ['account', 'member'],
    members: ['张三'],
    ...change,
  });
  const awards = ['FIRST', 'SECOND', 'THIRD'].map((code) => ({ code, name, perDivision: 1 }));
  const earlierAwards = new Map([
    ['HSB-2025', ['FIRST', 'SECOND', 'THIRD']],
    ['HSB-2024', ['GOLD', 'SILVER']],
  ]);
  const held = (
    part: Part,
    wins: EarlierWin[],
    more: Partial<RuleSurroundings> = {},
    change: Partial<RuledProject> = {},
  ) =>
    explain(
      { questions, awards, rules: [rule({ kind: 'earlierAward', sharing: ['account'], ...part })] },
      { ...project, ...change },
      { ...around, earlier: wins, earlierAwards, ...more },
    )[0]!;
  const outcomeOf = (...input: Parameters<typeof held>) => held(...input).outcome;

  it('rules out by what the rule says is shared, and by nothing else', () => {
    expect(outcomeOf({}, [win()])).toBe('notMet');
    expect(outcomeOf({ sharing: ['register'] }, [win()])).toBe('met');
    expect(outcomeOf({ sharing: ['register', 'member'] }, [win()])).toBe('notMet');
    expect(outcomeOf({}, [])).toBe('met');
  });

  it('counts from the lowest award named up: by its code where the earlier edition has it, by its place where not', () => {
    expect(outcomeOf({ atLeast: 'FIRST' }, [win()])).toBe('met');
    expect(outcomeOf({ atLeast: 'SECOND' }, [win()])).toBe('notMet');
    expect(outcomeOf({ atLeast: 'THIRD' }, [win()])).toBe('notMet');
    expect(outcomeOf({ atLeast: 'FIRST' }, [win({ edition: 'HSB-2024', level: 1 })])).toBe('met');
    expect(outcomeOf({ atLeast: 'FIRST' }, [win({ edition: 'HSB-2024', level: 0 })])).toBe('notMet');
    expect(outcomeOf({ atLeast: 'FIRST' }, [win({ level: null })])).toBe('notMet');
  });

  it('counts in the editions named alone, and cannot be told where one of them has no awards', () => {
    expect(outcomeOf({ editions: ['HSB-2024'] }, [win()])).toBe('met');
    expect(outcomeOf({ editions: ['HSB-2025'] }, [win()])).toBe('notMet');
    expect(held({ editions: ['HSB-2023', 'HSB-2024'] }, [])).toMatchObject({
      outcome: 'unknown',
      compared: { en: 'No concluded awards are known of these editions: HSB-2023.' },
    });
    expect(outcomeOf({ sharing: ['register'] }, [], {}, { organisation: { country: 'CN', code: '' } })).toBe('unknown');
  });

  it('is told with the edition, the award and what is shared; of members to staff alone', () => {
    expect(held({ sharing: ['account', 'register', 'member'] }, [win()]).compared).toEqual({
      zh: '往届获奖：申报人、团队成员 张三：2025海石杯二等奖（HSB-2025-EIT-0003）。',
      en: 'Won before: the entrant, a member of the team 张三: Second prize of Haishi Cup 2025 (HSB-2025-EIT-0003).',
    });
    const entrant = held({ sharing: ['account', 'member'] }, [win(), win({ shares: ['member'], number: 'X-1' })], {
      forStaff: false,
    });
    expect(entrant.compared).toEqual({
      zh: '往届获奖：申报人：2025海石杯二等奖（HSB-2025-EIT-0003）；团队成员与往届 1 个获奖项目相同。',
      en: 'Won before: the entrant: Second prize of Haishi Cup 2025 (HSB-2025-EIT-0003); projects of earlier winners with a member of the team: 1.',
    });
  });
});
