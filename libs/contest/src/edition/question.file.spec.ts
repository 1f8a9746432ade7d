import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEditionFile, writeEditionFile } from './edition.file.js';

const text = readFileSync(new URL('../../../../apps/server/assets/edition-haishi-cup.json', import.meta.url), 'utf8');
const now = new Date('2026-03-01T17:00:00Z');
type Loose = Record<string, any>;

const name = { zh: '问', en: 'Q' };
const option = (code: string) => ({ code, name });

/** The supplied file with these questions, and no rule that reads others. */
function asking(questions: unknown): unknown {
  return { ...(JSON.parse(text) as Loose), questions, rules: [] };
}
const faultsOf = (raw: unknown) => readEditionFile(raw, { now }).failures.map(({ field, code }) => `${field}: ${code}`);

describe('questions of an edition file', () => {
  it('of each kind are read, written and read back alike', () => {
    const questions = [
      { code: 'A', name, help: name, required: true, groups: ['ENT'], forJudges: true, kind: 'text', maxLength: 100 },
      { code: 'B', name, required: false, personal: true, kind: 'longText', maxLength: 5000 },
      { code: 'C', name, required: false, kind: 'number', decimals: 2, unit: name, min: -0.5, max: 99.25 },
      { code: 'D', name, required: false, kind: 'number', decimals: 0 },
      { code: 'E', name, required: false, kind: 'date', min: '2000-01-01', max: '2030-01-01' },
      { code: 'F', name, required: false, kind: 'choice', options: [option('X'), option('Y')] },
      { code: 'G', name, required: false, kind: 'choices', options: [option('X'), option('Y')] },
      { code: 'H', name, required: false, kind: 'yesNo' },
    ];
    const { file, failures } = readEditionFile(asking(questions), { now });
    expect(failures).toEqual([]);
    expect(file.definition.questions).toEqual(questions);
    const again = readEditionFile(JSON.parse(JSON.stringify(writeEditionFile(file))), { now });
    expect(again).toEqual({ file, failures: [] });
  });

  it('may be none: then the file that is written has none either', () => {
    for (const none of [undefined, null, []]) {
      const { file, failures } = readEditionFile(asking(none), { now });
      expect(failures).toEqual([]);
      expect(file.definition).not.toHaveProperty('questions');
      expect(writeEditionFile(file)).not.toHaveProperty('questions');
    }
  });

  it.each<[string, Loose, string[]]>([
    ['no code', { kind: 'yesNo', code: undefined }, ['questions.0.code: common.required']],
    ['an unknown kind', { kind: 'colour', maxLength: 3 }, ['questions.0.kind: common.not_a_choice']],
    ['a kind of Object', { kind: 'constructor' }, ['questions.0.kind: common.not_a_choice']],
    ['no kind', { kind: undefined }, ['questions.0.kind: common.required']],
    ['a setting of another kind', { kind: 'yesNo', maxLength: 3 }, ['questions.0.maxLength: common.unknown_field']],
    ['a text without length', { kind: 'text' }, ['questions.0.maxLength: common.required']],
    ['a text too long', { kind: 'text', maxLength: 501 }, ['questions.0.maxLength: common.number_out_of_range']],
    [
      'no word whether it is required',
      { kind: 'yesNo', required: undefined },
      ['questions.0.required: common.required'],
    ],
    ['an unknown group', { kind: 'yesNo', groups: ['SOLO'] }, ['questions.0.groups.0: edition.code_unknown']],
    [
      'a question about a person that is open to the jury',
      { kind: 'yesNo', personal: true, forJudges: true },
      ['questions.0.forJudges: edition.personal_question_for_judges'],
    ],
    ['a flag that is none', { kind: 'yesNo', personal: 1 }, ['questions.0.personal: common.not_a_boolean']],
    ['one language', { kind: 'yesNo', help: { zh: '助' } }, ['questions.0.help.en: common.required']],
    ['decimals left out', { kind: 'number' }, ['questions.0.decimals: common.required']],
    [
      'an end finer than its decimals',
      { kind: 'number', decimals: 1, min: 0.25 },
      ['questions.0.min: edition.number_limit'],
    ],
    ['an end as text', { kind: 'number', decimals: 1, max: '7' }, ['questions.0.max: common.not_a_number']],
    [
      'ends the wrong way round',
      { kind: 'number', decimals: 0, min: 2, max: 1 },
      ['questions.0.max: edition.range_limits'],
    ],
    ['a day that is none', { kind: 'date', min: '2026-02-30' }, ['questions.0.min: edition.bad_day']],
    [
      'days the wrong way round',
      { kind: 'date', min: '2026-02-02', max: '2026-02-01' },
      ['questions.0.max: edition.range_limits'],
    ],
    ['a choice of one', { kind: 'choice', options: [option('X')] }, ['questions.0.options: common.list_too_short']],
    [
      'an option named twice',
      { kind: 'choices', options: [option('X'), option('X')] },
      ['questions.0.options.1.code: edition.code_repeated'],
    ],
  ])('are refused with %s', (_, change, faults) => {
    expect(faultsOf(asking([{ code: 'Q', name, required: false, ...change }]))).toEqual(faults);
  });

  it('are refused where one is named twice, or is none', () => {
    const one = { code: 'Q', name, required: false, kind: 'yesNo' };
    expect(faultsOf(asking([one, one]))).toEqual(['questions.1.code: edition.code_repeated']);
    expect(faultsOf(asking(['Q']))[0]).toBe('questions.0: edition.not_an_object');
    expect(faultsOf(asking({}))).toEqual(['questions: common.not_a_list']);
    expect(faultsOf(asking(Array.from({ length: 41 }, () => one)))).toEqual(['questions: common.list_too_long']);
  });
});
