import { readFileSync } from 'node:fs';
import { errorText } from '@haishi/contracts';
import { describe, expect, it } from 'vitest';
import { readEditionFile, writeEditionFile } from './edition.file.js';

const text = readFileSync(new URL('../../../../apps/server/assets/edition-haishi-cup.json', import.meta.url), 'utf8');
const now = new Date('2026-03-01T02:00:00Z');
type Loose = Record<string, any>;

/** The supplied file with these rules. */
function ruled(rules: unknown): unknown {
  return { ...(JSON.parse(text) as Loose), rules };
}
const faultsOf = (raw: unknown) => readEditionFile(raw, { now }).failures.map(({ field, code }) => `${field}: ${code}`);
const words = { zh: '规则', en: 'A rule' };
const flag = (code: string, rule: Loose) => ({ code, text: words, severity: 'flag', ...rule });

describe('rules of an edition file', () => {
  it('of each kind are read, written and read back alike, relative days as days', () => {
    const rules = [
      flag('A', { groups: ['ENT'], kind: 'age', question: 'BORN', at: '2026-12-31', min: 18, max: 45 }),
      flag('B', { kind: 'degree', question: 'DEGREE', atLeast: 'MASTER' }),
      flag('C', { kind: 'degree', question: 'DEGREE', oneOf: ['DOCTOR', 'NONE'] }),
      flag('D', { kind: 'equity', of: 'leader', percent: 33.34 }),
      flag('E', { groups: ['ENT'], kind: 'registered', question: 'FOUNDED', from: '2016-01-01', until: { day: -1 } }),
      { ...flag('F', { kind: 'onePerEntrant', by: 'organisation' }), severity: 'refuse' },
      flag('G', { kind: 'answer', question: 'WONBEFORE', not: false }),
      flag('H', { kind: 'answer', question: 'NEEDS', not: ['SITE', 'FUNDS'] }),
      flag('I', { kind: 'country', not: ['KP'] }),
      flag('J', { kind: 'earlierAward', sharing: ['account', 'member'], atLeast: 'SECOND', editions: ['HSB-2025'] }),
      flag('K', { kind: 'earlierAward', sharing: ['register'] }),
    ];
    const { file, failures } = readEditionFile(ruled(rules), { now });
    expect(failures).toEqual([]);
    const read = rules.map((rule) => (rule.code === 'E' ? { ...rule, until: '2026-02-28' } : rule));
    expect(file.definition.rules).toEqual(read);
    const again = readEditionFile(JSON.parse(JSON.stringify(writeEditionFile(file))), { now: new Date('2030-01-01') });
    expect(again.failures).toEqual([]);
    expect(again.file.definition.rules).toEqual(read);
  });

  it('that come with the product are those published, and only tell', () => {
    const { file } = readEditionFile(JSON.parse(text), { now });
    expect(file.definition.rules!.map(({ code, severity }) => [code, severity])).toEqual([
      ['REGISTERED', 'flag'],
      ['EQUITY', 'flag'],
      ['ONE', 'flag'],
      ['WINNERS', 'flag'],
      ['LANDED', 'flag'],
    ]);
    expect(file.definition.rules![0]).toMatchObject({ until: '2026-04-30' });
  });

  it.each<[string, Loose, string[]]>([
    ['an unknown kind', { kind: 'height' }, ['rules.0.kind: common.not_a_choice']],
    ['no kind', {}, ['rules.0.kind: common.required']],
    [
      'another severity',
      { kind: 'equity', of: 'core', percent: 1, severity: 'warn' },
      ['rules.0.severity: common.not_a_choice'],
    ],
    [
      'a text in one language',
      { kind: 'equity', of: 'core', percent: 1, text: { zh: '规' } },
      ['rules.0.text.en: common.required'],
    ],
    ['a setting of another kind', { kind: 'country', not: ['KP'], max: 3 }, ['rules.0.max: common.unknown_field']],
    ['no question', { kind: 'age', max: 45 }, ['rules.0.question: common.required']],
    ['an unknown question', { kind: 'age', question: 'AGE', max: 45 }, ['rules.0.question: edition.code_unknown']],
    [
      'a question of another kind',
      { kind: 'age', question: 'DEGREE', max: 45 },
      ['rules.0.question: edition.rule_question_kind'],
    ],
    [
      'a question that not all its groups are asked',
      { kind: 'registered', question: 'FOUNDED', from: '2016-01-01' },
      ['rules.0.question: edition.rule_not_asked'],
    ],
    ['an age without end', { kind: 'age', question: 'BORN' }, ['rules.0: edition.rule_needs']],
    [
      'ages the wrong way round',
      { kind: 'age', question: 'BORN', min: 45, max: 18 },
      ['rules.0.max: edition.range_limits'],
    ],
    ['an age of no year', { kind: 'age', question: 'BORN', max: 151 }, ['rules.0.max: common.number_out_of_range']],
    [
      'a day that is none',
      { kind: 'age', question: 'BORN', max: 45, at: '2026-02-30' },
      ['rules.0.at: edition.bad_day'],
    ],
    [
      'a day of the wrong shape',
      { kind: 'age', question: 'BORN', max: 45, at: { day: 1, time: '00:00:00' } },
      ['rules.0.at: edition.bad_day'],
    ],
    [
      'two demands of a degree',
      { kind: 'degree', question: 'DEGREE', atLeast: 'MASTER', oneOf: ['DOCTOR'] },
      ['rules.0: edition.rule_needs_one'],
    ],
    ['no demand of a degree', { kind: 'degree', question: 'DEGREE' }, ['rules.0: edition.rule_needs_one']],
    [
      'an unknown degree',
      { kind: 'degree', question: 'DEGREE', atLeast: 'POSTDOC' },
      ['rules.0.atLeast: edition.code_unknown'],
    ],
    ['a share of nothing', { kind: 'equity', of: 'core', percent: 0 }, ['rules.0.percent: edition.rule_percent']],
    [
      'a share of too many decimals',
      { kind: 'equity', of: 'core', percent: 33.333 },
      ['rules.0.percent: edition.rule_percent'],
    ],
    ['a share of nobody', { kind: 'equity', percent: 30 }, ['rules.0.of: common.required']],
    ['an exclusion of nothing', { kind: 'answer', question: 'NEEDS' }, ['rules.0.not: common.required']],
    [
      'an exclusion of an unknown option',
      { kind: 'answer', question: 'NEEDS', not: ['MONEY'] },
      ['rules.0.not.0: edition.code_unknown'],
    ],
    [
      'an exclusion by a list of yes or no',
      { kind: 'answer', question: 'WONBEFORE', not: ['yes'] },
      ['rules.0.not: common.not_a_boolean'],
    ],
    ['an exclusion by nothing', { kind: 'earlierAward', sharing: [] }, ['rules.0.sharing: common.list_too_short']],
    [
      'an exclusion by what we do not know',
      { kind: 'earlierAward', sharing: ['account', 'name'] },
      ['rules.0.sharing.1: common.not_a_choice'],
    ],
    [
      'an award that the edition does not have',
      { kind: 'earlierAward', sharing: ['account'], atLeast: 'GOLD' },
      ['rules.0.atLeast: edition.code_unknown'],
    ],
    [
      'an edition by its name',
      { kind: 'earlierAward', sharing: ['account'], editions: ['HSB-2025', '去年'] },
      ['rules.0.editions.1: common.bad_format'],
    ],
    ['a country by name', { kind: 'country', oneOf: ['China'] }, ['rules.0.oneOf.0: edition.country_code']],
    ['a country in small letters', { kind: 'country', not: ['KP', 'cn'] }, ['rules.0.not.1: edition.country_code']],
    ['a code of no country', { kind: 'country', not: ['XX'] }, ['rules.0.not.0: edition.country_code']],
    [
      'an unknown group',
      { kind: 'onePerEntrant', by: 'owner', groups: ['SOLO'] },
      ['rules.0.groups.0: edition.code_unknown'],
    ],
  ])('are refused with %s', (_, rule, faults) => {
    expect(faultsOf(ruled([flag('R', rule)]))).toEqual(faults);
  });

  it('are refused where one is named twice, and may be none', () => {
    const one = flag('R', { kind: 'onePerEntrant', by: 'owner' });
    expect(faultsOf(ruled([one, one]))).toEqual(['rules.1.code: edition.code_repeated']);
    expect(readEditionFile(ruled([]), { now }).file.definition).not.toHaveProperty('rules');
  });
});

it('says in the person’s language which kinds of question a rule reads', () => {
  const [fault] = readEditionFile(ruled([flag('A', { kind: 'age', question: 'WONBEFORE', max: 45 })]), {
    now,
  }).failures;
  expect(errorText(fault!.code, 'zh', fault!.params)).toBe('所引用的问题类型不对，应为：日期。');
  expect(errorText(fault!.code, 'en', fault!.params)).toBe('The question it reads must be of the kind day.');
  const [country] = readEditionFile(ruled([flag('A', { kind: 'country', not: ['China'] })]), { now }).failures;
  expect(errorText(country!.code, 'zh', country!.params)).toContain('“China”不是国家或地区代码');
});
