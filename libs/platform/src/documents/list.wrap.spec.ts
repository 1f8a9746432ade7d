import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapText } from './list.wrap.js';

const widthOf = (sign: string) => (/[\u2e80-\uffff]/.test(sign) ? 2 : 1);
const width = (line: string) => [...line].reduce((sum, sign) => sum + widthOf(sign), 0);
const bare = (text: string) => text.replace(/\s/g, '');

describe('wrapText', () => {
  it('breaks Chinese anywhere but beside punctuation, Latin between words', () => {
    expect(wrapText('面向北斗三号，全球系统', 12, widthOf)).toEqual(['面向北斗三', '号，全球系统']);
    expect(wrapText('他说（甲乙丙丁）', 6, widthOf)).toEqual(['他说', '（甲乙', '丙丁）']);
    expect(wrapText('low power timing chips', 10, widthOf)).toEqual(['low power', 'timing', 'chips']);
    expect(wrapText('T-EIT-0001', 6, widthOf)).toEqual(['T-EIT-', '0001']);
    expect(wrapText('一\n\n二', 6, widthOf)).toEqual(['一', '', '二']);
  });

  it('breaks a word that is wider than a line by itself', () => {
    expect(wrapText('91130100MA07XXXX0X', 8, widthOf)).toEqual(['91130100', 'MA07XXXX', '0X']);
    expect(wrapText('', 8, widthOf)).toEqual(['']);
  });

  it('loses nothing, and is never wider than the line but for one sign', () => {
    const sign = fc.constantFrom(...'面向北斗，。（）「」abcd-/ 0123.,;𠮷');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (signs, room) => {
        const text = signs.join('');
        const lines = wrapText(text, room, widthOf);
        expect(bare(lines.join(''))).toBe(bare(text));
        for (const line of lines) expect(width(line) <= room || [...line].length === 1).toBe(true);
      }),
    );
  });
});
