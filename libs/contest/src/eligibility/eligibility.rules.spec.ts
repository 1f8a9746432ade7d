import { describe, expect, it } from 'vitest';
import { reasonText } from './decision-item.js';
import { checkDue } from './eligibility.rules.js';

const now = new Date('2026-06-01T00:00:00Z');
const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

describe('the time for a correction', () => {
  it.each([
    [0.99, ['eligibility.due_too_soon']],
    [1, []],
    [60 * 24, []],
    [60 * 24 + 0.01, ['eligibility.due_too_far']],
    [-24, ['eligibility.due_too_soon']],
  ])('of %d hours', (hours, codes) => {
    expect(checkDue(after(hours), now).map(({ code }) => code)).toEqual(codes);
  });
});

describe('reasons', () => {
  it('are worded for the action they belong to', () => {
    expect(reasonText('return', 'wrong_group')?.zh).toBe('组别不符');
    expect(reasonText('reject', 'duplicate')?.en).toBe('Entered more than once');
    expect(reasonText('accept', null)).toBeUndefined();
  });
});
