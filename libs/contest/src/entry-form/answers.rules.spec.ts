import { type Answers, answerWords, type Question, questionsFor } from '@haishi/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseAnswers } from './answers.input.js';
import {
  answered,
  askedAnswers,
  checkAnswers,
  missingAnswers,
  withoutOutdated,
  withoutPersonal,
} from './answers.rules.js';

const name = { zh: '问', en: 'Q' };
const options = ['A', 'B', 'C'].map((code) => ({ code, name: { zh: `项${code}`, en: `Option ${code}` } }));
const questions: Question[] = [
  { code: 'TEXT', name, required: true, kind: 'text', maxLength: 5 },
  { code: 'LONG', name, required: false, kind: 'longText', maxLength: 20, forJudges: true },
  { code: 'NUM', name, required: true, kind: 'number', decimals: 2, unit: { zh: '万元', en: 'k' }, min: -1, max: 9.5 },
  { code: 'DAY', name, required: true, kind: 'date', min: '2000-02-29', max: '2020-12-31', groups: ['ENT'] },
  { code: 'ONE', name, required: false, kind: 'choice', options, personal: true },
  { code: 'SOME', name, required: false, kind: 'choices', options, forJudges: true, groups: ['TEAM'] },
  { code: 'YES', name, required: true, kind: 'yesNo' },
];
const form = { questions };
const faults = (answers: Record<string, unknown>) =>
  checkAnswers(form, normaliseAnswers(form, answers)).map(({ field, code }) => `${field}: ${code}`);

describe('answers', () => {
  it.each<[string, unknown, string | null]>([
    ['TEXT', '  五个字符内 ', null],
    ['TEXT', '六个字符以上', 'common.text_too_long'],
    ['TEXT', '两\n行', 'common.bad_format'],
    ['TEXT', 7, 'common.not_a_text'],
    ['TEXT', { en: '' }, 'common.not_a_text'],
    ['LONG', '两\n行', null],
    ['LONG', 'x'.repeat(21), 'common.text_too_long'],
    ['NUM', 9.5, null],
    ['NUM', 0, null],
    ['NUM', -1.01, 'project.answer_too_small'],
    ['NUM', 9.51, 'project.answer_too_large'],
    ['NUM', 1.005, 'project.answer_decimals'],
    ['NUM', Number.POSITIVE_INFINITY, 'project.answer_decimals'],
    ['NUM', Number.NaN, 'project.answer_decimals'],
    ['NUM', 1e21, 'project.answer_decimals'],
    ['NUM', '7', 'common.not_a_number'],
    ['DAY', '2000-02-29', null],
    ['DAY', '2001-02-29', 'project.answer_not_a_day'],
    ['DAY', '2000-02-28', 'project.answer_too_early'],
    ['DAY', '2021-01-01', 'project.answer_too_late'],
    ['DAY', '2020-12-31T00:00:00Z', 'project.answer_not_a_day'],
    ['DAY', 20200101, 'project.answer_not_a_day'],
    ['ONE', 'A', null],
    ['ONE', 'D', 'project.not_in_edition'],
    ['ONE', ['A'], 'project.not_in_edition'],
    ['SOME', ['C', 'A', 'C'], null],
    ['SOME', ['A', 'D'], 'project.not_in_edition'],
    ['SOME', 'A', 'common.not_a_list'],
    ['SOME', ['A', 1], 'common.not_a_list'],
    ['YES', false, null],
    ['YES', 'false', 'common.not_a_boolean'],
    ['NONE', 'x', 'project.unknown_question'],
    ['__proto__', 'x', 'project.unknown_question'],
  ])('%s: %j', (code, answer, fault) => {
    const given = JSON.parse(`{${JSON.stringify(code)}:0}`) as Record<string, unknown>;
    Object.defineProperty(given, code, { value: answer, enumerable: true });
    expect(faults(given)).toEqual(fault ? [`answers.${code}: ${fault}`] : []);
  });

  it('are refused where there are more than any edition asks for', () => {
    const many = Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`Q${index}`, 'x']));
    expect(faults(many)).toEqual(['answers: common.list_too_long']);
  });

  it('are kept tidied, in order, and without what is empty', () => {
    const raw = { TEXT: ' a\u202eb ', LONG: ' ', NUM: null, SOME: ['C', 'A', 'C'], ONE: '', YES: false };
    expect(normaliseAnswers(form, raw)).toEqual({ TEXT: 'ab', SOME: ['A', 'C'], YES: false });
    expect(normaliseAnswers(form, { SOME: [] })).toEqual({});
  });

  it('are missed of the group at hand alone, and nought and no are answers', () => {
    const missing = (group: string | null, answers: Answers) =>
      missingAnswers(form, group, answers).map(({ field, params }) => [field, params?.['name']]);
    expect(missing('ENT', {})).toEqual([
      ['answers.TEXT', name],
      ['answers.NUM', name],
      ['answers.DAY', name],
      ['answers.YES', name],
    ]);
    expect(missing('TEAM', { TEXT: 'a', NUM: 0, YES: false })).toEqual([]);
    expect(missing(null, { TEXT: 'a', NUM: 0, YES: false })).toEqual([]);
    expect(missingAnswers({}, 'ENT', {})).toEqual([]);
  });

  it('to another group’s questions stay out of what is handed in, and personal ones are told apart', () => {
    const answers: Answers = { TEXT: 'a', DAY: '2010-01-01', ONE: 'A', SOME: ['A'], LONG: 'l' };
    expect(Object.keys(askedAnswers(form, 'TEAM', answers))).toEqual(['TEXT', 'ONE', 'SOME', 'LONG']);
    expect(Object.keys(withoutPersonal(form, answers))).toEqual(['TEXT', 'DAY', 'SOME', 'LONG']);
  });

  it('that a change of the form left behind are dropped, unless they are asked for or were typed anew', () => {
    const stored: Answers = { GONE: 'x', TEXT: 'far too long by now', SOME: ['D'], DAY: '1999-01-01', YES: true };
    const left = (answers: Answers, group: string | null) =>
      Object.keys(withoutOutdated(form, answers, { group, stored }));
    expect(left(stored, 'ENT')).toEqual(['TEXT', 'DAY', 'YES']);
    expect(left(stored, 'TEAM')).toEqual(['TEXT', 'SOME', 'YES']);
    expect(left({ GONE: 'y', SOME: ['E'] }, 'ENT')).toEqual(['GONE', 'SOME']);
  });

  it('are open to the jury only where the edition says so', () => {
    const submission = { group: 'TEAM', answers: { TEXT: 'a', LONG: 'l', ONE: 'A', SOME: ['B'], DAY: '2010-01-01' } };
    const codes = (reader: 'staff' | 'jury') => answered(form, submission, reader).map(({ question }) => question.code);
    expect(codes('jury')).toEqual(['LONG', 'SOME']);
    expect(codes('staff')).toEqual(['TEXT', 'LONG', 'ONE', 'SOME']);
    expect(answered(form, { group: 'TEAM' }, 'staff')).toEqual([]);
    const both = { questions: questions.map((one) => (one.code === 'ONE' ? { ...one, forJudges: true } : one)) };
    expect(answered(both, submission, 'jury').map(({ question }) => question.code)).toEqual(['LONG', 'SOME']);
  });

  it('are read in words', () => {
    const words = (code: string, answer: Answers[string]) =>
      answerWords(
        questions.find((one) => one.code === code)!,
        answer,
      );
    expect(words('NUM', 7.5)).toEqual({ zh: '7.5 万元', en: '7.5 k' });
    expect(words('SOME', ['A', 'X'])).toEqual({ zh: '项A、X', en: 'Option A, X' });
    expect(words('YES', false)).toEqual({ zh: '否', en: 'No' });
    expect(words('DAY', '2010-01-01').en).toBe('2010-01-01');
  });

  it('whatever is sent, what passes the check is stored and read back alike, and checked again to the same end', () => {
    const codes = fc.constantFrom(...questions.map(({ code }) => code), 'OTHER');
    const values = fc.oneof(
      fc.jsonValue() as fc.Arbitrary<unknown>,
      fc.subarray(['A', 'B', 'C']),
      fc.constantFrom('A', '2010-01-01'),
      fc.double({ min: -1, max: 10 }).map((value) => Math.round(value * 100) / 100),
    );
    fc.assert(
      fc.property(fc.dictionary(codes, values), (raw) => {
        const kept = normaliseAnswers(form, raw);
        expect(normaliseAnswers(form, kept)).toEqual(kept);
        const found = checkAnswers(form, kept);
        for (const { field } of found) expect(field.startsWith('answers.')).toBe(true);
        if (found.length > 0) return;
        const again = JSON.parse(JSON.stringify(kept)) as Answers;
        expect(checkAnswers(form, again)).toEqual([]);
        for (const { question, answer } of answered(form, { group: 'ENT', answers: again }, 'staff'))
          expect(answerWords(question, answer).zh).not.toBe('');
      }),
    );
  });
});

describe('questions', () => {
  it('of a group keep the edition’s order', () => {
    expect(questionsFor(questions, 'TEAM').map(({ code }) => code)).toEqual([
      'TEXT',
      'LONG',
      'NUM',
      'ONE',
      'SOME',
      'YES',
    ]);
    expect(questionsFor(questions, null).map(({ code }) => code)).toEqual(['TEXT', 'LONG', 'NUM', 'ONE', 'YES']);
  });
});
