import { describe, expect, it } from 'vitest';
import { nextStep } from './next-step';
import type { Round, Run } from './review-api';

const COUNTS = { entries: 6, withdrawn: 0, waiting: 0, judges: 4, notReady: 0, short: 6, again: 0 };
const at = (state: Round['state'], change: Partial<Round['counts']> = {}, more: Partial<Round> = {}) =>
  nextStep({
    state,
    counts: { ...COUNTS, ...change },
    progress: { sheets: 0, expected: 12 },
    run: null,
    ...more,
  } as Round);
const run = (change: Partial<Run>) => ({ run: { state: 'done', appliedAt: null, answer: null, ...change } as Run });

describe('what an organiser does next', () => {
  it('leads from the pool through the assignment to the opening', () => {
    expect(at('preparing', { judges: 0, entries: 0 })).toBe('experts');
    expect(at('preparing', { judges: 0, entries: 0, notReady: 3 })).toBe('prepare');
    expect(at('preparing', { entries: 0 })).toBe('prepare');
    expect(at('preparing')).toBe('assign');
    expect(at('preparing', {}, run({ state: 'running' }))).toBe('searching');
    expect(at('preparing', {}, run({ answer: 'impossible' }))).toBe('mend');
    expect(at('preparing', {}, run({ answer: 'undecided' }))).toBe('assign');
    expect(at('preparing', {}, run({ answer: 'assigned' }))).toBe('apply');
    expect(at('preparing', {}, run({ answer: 'assigned', appliedAt: '2026-11-29T00:00:00Z' }))).toBe('assign');
    expect(at('preparing', { short: 0 })).toBe('open');
  });

  it('fills what recusals tore open, waits for the last sheet, and ends with the results', () => {
    expect(at('open', { short: 1 })).toBe('fill');
    expect(at('open', { short: 0 })).toBe('wait');
    expect(at('open', { short: 0 }, { progress: { sheets: 12, expected: 12 } })).toBe('close');
    expect(at('closed')).toBe('confirm');
    expect(at('confirmed')).toBe('advance');
  });
});
