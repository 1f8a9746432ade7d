import { expect, it } from 'vitest';
import { toHundredths } from './layout.rules.js';

it.each([
  [8650.5, 8651],
  [8650.499_999_999, 8651],
  [8650.499_999, 8650],
  [8650.500_000_001, 8651],
  [-0.5, -1],
  [-0.2, 0],
  [2 / 3, 1],
])('brings %d to %d hundredths, whatever the last bits', (value, hundredths) => {
  expect(toHundredths(value)).toBe(hundredths);
});
