import { expect, it } from 'vitest';
import { dayRange } from './audit-range';

it('reaches from the first moment of a day in Beijing to the end of another', () => {
  expect(dayRange('2026-03-01', '2026-03-01')).toEqual({
    from: '2026-02-28T16:00:00.000Z',
    to: '2026-03-01T16:00:00.000Z',
  });
});

it('leaves out what is empty or no day', () => {
  expect(dayRange('', '')).toEqual({});
  expect(dayRange('yesterday', '2026-12-31')).toEqual({ to: '2026-12-31T16:00:00.000Z' });
});
