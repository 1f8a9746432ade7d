import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareNumbers } from './number.rules.js';
import { projectNumber } from './project.rules.js';

it('counts project numbers within a division by value, however many figures they have', () => {
  fc.assert(
    fc.property(fc.nat(200_000), fc.nat(200_000), (one, other) => {
      const numbers = [one, other].map((serial) => projectNumber('HSB-2026', 'EIT', serial));
      expect(Math.sign(compareNumbers(numbers[0]!, numbers[1]!))).toBe(Math.sign(one - other));
    }),
  );
});

it('orders all numbers, and takes none for another', () => {
  const number = fc.array(fc.constantFrom('A', 'B', '1', '01', '10', ''), { minLength: 1, maxLength: 4 });
  const numbers = fc.tuple(number, number, number).map((all) => all.map((parts) => parts.join('-')));
  fc.assert(
    fc.property(numbers, ([one, other, third]) => {
      expect(compareNumbers(one!, other!) === 0).toBe(one === other);
      expect(Math.sign(compareNumbers(one!, other!)) + Math.sign(compareNumbers(other!, one!))).toBe(0);
      if (compareNumbers(one!, other!) < 0 && compareNumbers(other!, third!) < 0)
        expect(compareNumbers(one!, third!)).toBeLessThan(0);
    }),
    { numRuns: 2000 },
  );
});

it('puts divisions by their codes', () => {
  expect(compareNumbers('HSB-2026-BIO-0009', 'HSB-2026-EIT-0001')).toBeLessThan(0);
});
