import { expect, it } from 'vitest';
import { dayRuns, openingAt } from './opening';

const day = (date: string, opens = '09:00', closes = '16:00') => ({ date, opens, closes });
const days = [day('2026-03-28'), day('2026-03-29')];

it('says until when doors are open, when they open next, and that they do not', () => {
  const at = (instant: string) => {
    const opening = openingAt(days, 'Asia/Shanghai', Date.parse(instant));
    return opening.state === 'over' ? 'over' : `${opening.state} ${opening.at.toISOString()}`;
  };
  expect(at('2026-03-28T00:59:59Z')).toBe('before 2026-03-28T01:00:00.000Z');
  expect(at('2026-03-28T01:00:00Z')).toBe('open 2026-03-28T08:00:00.000Z');
  expect(at('2026-03-28T08:00:00Z')).toBe('before 2026-03-29T01:00:00.000Z');
  expect(at('2026-03-29T08:00:00Z')).toBe('over');
});

it('joins days in a row with the same hours', () => {
  expect(
    dayRuns([day('2026-02-28'), day('2026-03-01'), day('2026-03-02', '09:00', '12:00'), day('2026-03-04')]),
  ).toEqual([
    { from: '2026-02-28', to: '2026-03-01', hours: '09:00–16:00' },
    { from: '2026-03-02', to: '2026-03-02', hours: '09:00–12:00' },
    { from: '2026-03-04', to: '2026-03-04', hours: '09:00–16:00' },
  ]);
});
