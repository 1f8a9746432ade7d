import { describe, expect, it } from 'vitest';
import { switchKind } from './part-kind';
import { emptyQuestion, switchQuestion } from './question-part';
import { emptyRule, switchRule } from './rule-part';
import type { StagePart } from './settings-file';
import { switchStage } from './stage-part';

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

describe('a stage of another kind', () => {
  const review = (): StagePart => ({
    ...{ code: 'ONLINE', name: { zh: '网评', en: 'Online' }, kind: 'review', opensAt: '2026-05-01T00:00:00Z' },
    closesAt: null,
    settings: {
      ...{ judgesPerProject: 3, blind: true, dropHighest: 0, dropLowest: 0, minValid: 3, decimals: 2 },
      ...{ ties: ['TECH'], plan: { level: 2 }, advance: { total: 60, by: ['region'] } },
    },
  });

  it('keeps nothing that it cannot be set to, shown or not', () => {
    for (const kind of ['submission', 'eligibility', 'notice', 'matching']) {
      const stage = review();
      switchStage(stage, kind);
      expect(stage).toEqual({ ...review(), kind, settings: {} });
    }
    const stage = { ...review(), kind: 'eligibility', settings: { correctionDays: 7, appealDays: 5 } };
    switchStage(stage, 'roadshow');
    expect(stage.settings).toEqual({});
  });

  it('keeps what it can be set to as well, and finds the rest again once it is what it was', () => {
    const stage = review();
    switchStage(stage, 'roadshow');
    const { dropHighest, dropLowest, minValid, decimals, ties, advance } = review().settings;
    expect(stage.settings).toEqual({ dropHighest, dropLowest, minValid, decimals, ties, advance });
    stage.settings.advance!.by.pop();
    switchStage(stage, 'review');
    expect(stage).toEqual(review());
  });
});

it('keeps what a kind that nobody knows may hold', () => {
  const part = { kind: 'text', maxLength: 9 };
  switchKind(part, 'other', { common: ['kind'], usual: () => ({}) });
  expect(part).toEqual({ kind: 'other' });
});
