import { expect, it } from 'vitest';
import { escapeLike } from './like.js';

it('takes every sign of a pattern for itself', () => {
  expect(escapeLike('100%_!a')).toBe('100!%!_!!a');
  expect(escapeLike('石家庄')).toBe('石家庄');
});
