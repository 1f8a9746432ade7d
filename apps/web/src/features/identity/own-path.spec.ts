import { expect, it } from 'vitest';
import { ownPath } from './own-path';

it.each(['/people?q=a', '/'])('goes on to %s', (path) => {
  expect(ownPath(path)).toBe(path);
});

it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', undefined, ['/a']])(
  'does not follow %s',
  (asked) => {
    expect(ownPath(asked)).toBe('/tasks');
  },
);
