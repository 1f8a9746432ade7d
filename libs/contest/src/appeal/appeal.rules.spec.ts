import { describe, expect, it } from 'vitest';
import { appealDeadline, appealObstacle } from './appeal.rules.js';

const rejectedAt = new Date('2026-06-01T16:30:00Z');

describe('the time to appeal', () => {
  it('ends with the last day in the edition’s zone, where a day may have begun already', () => {
    expect(appealDeadline(rejectedAt, 5, 'Asia/Shanghai')).toEqual(new Date('2026-06-07T15:59:59Z'));
    expect(appealDeadline(rejectedAt, 5, 'UTC')).toEqual(new Date('2026-06-06T23:59:59Z'));
    expect(appealDeadline(rejectedAt, 1, 'America/New_York')).toEqual(new Date('2026-06-03T03:59:59Z'));
  });
});

describe('an appeal', () => {
  const deadline = new Date('2026-06-06T23:59:59Z');
  const sound = { state: 'rejected' as const, appealed: false, deadline };

  it.each([
    [sound, '2026-06-06T23:59:59.999Z', null],
    [sound, '2026-06-07T00:00:00Z', 'appeal.deadline_passed'],
    [{ ...sound, state: 'submitted' as const }, '2026-06-02T00:00:00Z', 'appeal.not_rejected'],
    [{ ...sound, deadline: null }, '2026-06-02T00:00:00Z', 'appeal.not_offered'],
    [{ ...sound, appealed: true }, '2026-06-02T00:00:00Z', 'appeal.already_made'],
  ])('of %o at %s: %s', (one, now, obstacle) => {
    expect(appealObstacle(one, new Date(now))).toBe(obstacle);
  });
});
