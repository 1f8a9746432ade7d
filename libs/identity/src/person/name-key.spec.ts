import { expect, it } from 'vitest';
import { nameKey } from './name-key.js';

it('is one for a name whatever is typed in it that nobody sees', () => {
  expect(nameKey('ＡＢＣ\u200b 北\u00ad斗\u2060')).toBe('abc北斗');
  expect(nameKey('می‌خواهم')).toBe(nameKey('میخواهم'));
});
