import { describe, expect, it } from 'vitest';
import { typedPoints } from './typed-points';

describe('typed points', () => {
  it.each([
    ['8', 800],
    [' 8.5 ', 850],
    ['８', 800],
    ['８．５', 850],
    ['8。5', 850],
    ['８，５', 850],
    ['-5', -500],
  ])('%s are %i hundredths', (text, points) => expect(typedPoints(text)).toBe(points));

  it.each(['', 'NaN', '1e309', '八', '8..5', '1,2,3', '½'])('%s are none', (text) =>
    expect(typedPoints(text)).toBeUndefined(),
  );
});
