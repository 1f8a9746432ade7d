import { expect, it } from 'vitest';
import { switchKind } from './part-kind';
import { emptyQuestion, switchQuestion } from './question-part';
import { emptyRule, switchRule } from './rule-part';

it('gives a question what its kind knows and nothing else, and gives back what was filled in', () => {
  const question = emptyQuestion();
  Object.assign(question, { code: 'STAGE', personal: true, maxLength: 80 });
  switchQuestion(question, 'choice');
  expect(question).toMatchObject({ code: 'STAGE', kind: 'choice', personal: true });
  expect(question.options).toHaveLength(2);
  expect(question).not.toHaveProperty('maxLength');
  question.options![0]!.code = 'EARLY';
  switchQuestion(question, 'choices');
  expect(question.options![0]!.code).toBe('EARLY');
  switchQuestion(question, 'yesNo');
  expect(question).not.toHaveProperty('options');
  switchQuestion(question, 'text');
  expect(question.maxLength).toBe(80);
});

it('gives a rule what its kind knows, and keeps the words, the groups and what it does', () => {
  const rule = emptyRule();
  Object.assign(rule, { groups: ['ENT'], severity: 'refuse' });
  switchRule(rule, 'degree');
  expect(rule).toMatchObject({ kind: 'degree', groups: ['ENT'], severity: 'refuse', question: '', atLeast: '' });
  expect(rule).not.toHaveProperty('by');
});

it('keeps what a kind that nobody knows may hold', () => {
  const part = { kind: 'text', maxLength: 9 };
  switchKind(part, 'other', { common: ['kind'], usual: () => ({}) });
  expect(part).toEqual({ kind: 'other' });
});
