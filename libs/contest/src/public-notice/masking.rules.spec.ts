import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskName } from './masking.rules.js';

describe('a name in a public notice', () => {
  it.each([
    ['李明', '李*'],
    ['张三丰', '张*丰'],
    ['欧阳娜娜', '欧**娜'],
    ['王', '*'],
    ['김', '*'],
    ['X', '*'],
    ['', ''],
    ['John Smith', 'J*** S****'],
    ['  Anna  Lena ', 'A*** L***'],
    ['买买提·吐尔逊', '买*****逊'],
  ])('%s becomes %s', (name, masked) => expect(maskName(name)).toBe(masked));

  it('never shows more than the ends of a Chinese name or the first letter of a word, and keeps the length', () => {
    const sign = fc.constantFrom(...'张王李赵诗雅文博思远𠮷');
    fc.assert(
      fc.property(fc.array(sign, { minLength: 2, maxLength: 8 }), (signs) => {
        const masked = [...maskName(signs.join(''))];
        expect(masked).toHaveLength(signs.length);
        const shown = masked.filter((one) => one !== '*').length;
        expect(shown).toBe(signs.length === 2 ? 1 : 2);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z]{2,9}$/), { minLength: 1, maxLength: 4 }), (words) => {
        const masked = maskName(words.join(' ')).split(' ');
        expect(masked.map((word) => word.replaceAll('*', ''))).toEqual(words.map((word) => word[0]));
      }),
    );
  });
});
