import type { Question } from '@haishi/contracts';
import { expect, it } from 'vitest';
import type { EligibilityRule } from '../edition/rule.definition.js';
import type { RuledProject } from './evaluate.rules.js';
import { gaps } from './gaps.rules.js';

const name = { zh: '出生日期', en: 'Day of birth' };
const text = { zh: '规则。', en: 'A rule.' };
const options = [{ code: 'A', name }];
const questions: Question[] = [
  { code: 'BORN', name, required: false, kind: 'date' },
  { code: 'FOUNDED', name, required: true, kind: 'date' },
  { code: 'WON', name, required: false, kind: 'yesNo' },
  { code: 'BANS', name, required: false, kind: 'choices', options },
  { code: 'TEAM', name, required: false, kind: 'yesNo', groups: ['TEAM'] },
];
const member = (share: number | null, isCore = true) => ({ share, isCore });
const project: RuledProject = {
  group: 'ENT',
  organisation: { country: 'CN', code: '' },
  members: [member(1000), member(null), member(null, false)],
  answers: {},
};
const of = (part: Record<string, unknown>, change: Partial<RuledProject> = {}) => {
  const rule = { code: 'R', text, severity: 'refuse', ...part } as EligibilityRule;
  return gaps({ questions, rules: [rule] }, { ...project, ...change });
};
const fields = (...input: Parameters<typeof of>) => of(...input).map(({ field }) => field);

it('are the answers that a refusing rule reads and that are left open', () => {
  expect(of({ kind: 'age', question: 'BORN', max: 45 })).toEqual([
    { field: 'answers.BORN', code: 'project.rule_needs_answer', params: { name, text } },
  ]);
  expect(fields({ kind: 'age', question: 'BORN', max: 45 }, { answers: { BORN: '1990-01-01' } })).toEqual([]);
  expect(fields({ kind: 'answer', question: 'WON', not: true })).toEqual(['answers.WON']);
  expect(fields({ kind: 'answer', question: 'WON', not: true }, { answers: { WON: false } })).toEqual([]);
});

it('are none of what only flags, is asked of others, is named already, or may be none of several', () => {
  expect(fields({ kind: 'answer', question: 'WON', not: true, severity: 'flag' })).toEqual([]);
  expect(fields({ kind: 'answer', question: 'WON', not: true, groups: ['TEAM'] })).toEqual([]);
  expect(fields({ kind: 'answer', question: 'TEAM', not: true })).toEqual([]);
  expect(fields({ kind: 'registered', question: 'FOUNDED', from: '2016-01-01' })).toEqual([]);
  expect(fields({ kind: 'answer', question: 'BANS', not: ['A'] })).toEqual([]);
});

it('are the shares of those who count and state none, unless the others have enough', () => {
  const equity = (percent: number, who = 'core') => ({ kind: 'equity', of: who, percent });
  expect(of(equity(30))).toEqual([
    { field: 'members.1.share', code: 'project.rule_needs_share', params: { text, number: 2 } },
  ]);
  expect(fields(equity(10))).toEqual([]);
  expect(fields(equity(30), { members: [member(0), member(1)] })).toEqual([]);
  expect(fields(equity(30, 'leader'), { members: [member(null, false), member(null)] })).toEqual(['members.1.share']);
  expect(of(equity(30), { members: [member(9000, false)] })).toEqual([
    { field: 'members', code: 'project.rule_needs_core', params: { text } },
  ]);
});

it('are none of what is not the entrant’s to give', () => {
  expect(fields({ kind: 'earlierAward', sharing: ['account'], editions: ['E-2020'] })).toEqual([]);
  expect(fields({ kind: 'onePerEntrant', by: 'organisation' })).toEqual([]);
});

it('name each field once, by the first rule that reads it', () => {
  const age = (code: string, min: number) => ({ code, text: { zh: code, en: code }, severity: 'refuse', min }) as const;
  const rules = [age('FIRST', 18), age('SECOND', 20)].map(
    (one) => ({ ...one, kind: 'age', question: 'BORN' }) as const,
  );
  expect(gaps({ questions, rules }, project)).toMatchObject([{ params: { text: { en: 'FIRST' } } }]);
});
