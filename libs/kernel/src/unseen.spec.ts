import { expect, it } from 'vitest';
import { withoutStrayUnseen, withoutUnseen } from './unseen.js';

const ALL = [
  0x200b, 0x200c, 0x200d, 0x2060, 0xad, 0x34f, 0x3164, 0x115f, 0x2800, 0xfeff, 0xfe0f, 0x202e, 0xe0101, 0x61c,
];

it.each(ALL)('U+%i is dropped from Chinese and Latin names', (code) => {
  const sign = String.fromCodePoint(code);
  expect(withoutUnseen(`石河${sign}子大学${sign}`)).toBe('石河子大学');
  if (code !== 0xe0101) expect(withoutStrayUnseen(`${sign}石河${sign}子A${sign}b${sign}${sign}`)).toBe('石河子Ab');
});

it.each(['👩‍🚀', '❤️‍🔥', '👩🏽‍🚀', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '1️⃣', 'می‌خواهم', 'क्‍ष', '葛\u{e0100}城', '☎︎'])('%s is kept as it is seen', (text) => {
  expect(withoutStrayUnseen(`甲${text}乙`)).toBe(`甲${text}乙`);
  expect(withoutUnseen(text)).not.toMatch(/\p{Default_Ignorable_Code_Point}/u);
});

it('joiners that join nothing are dropped', () => {
  expect(withoutStrayUnseen('👩‍甲می‌ क्‍')).toBe('👩甲می क्');
});
