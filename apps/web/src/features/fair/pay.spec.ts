import { describe, expect, it } from 'vitest';
import { payText } from './pay';

describe('payText', () => {
  it.each([
    [null, null, '面议', 'Negotiable'],
    [180_000, 300_000, '18–30 万/年', '¥180k–300k a year'],
    [150_000, null, '15 万以上/年', 'from ¥150k a year'],
    [200_000, 200_000, '20 万/年', '¥200k a year'],
    [96_000, 144_000, '9.6–14.4 万/年', '¥96k–144k a year'],
    [1_500_000, null, '150 万以上/年', 'from ¥1,500k a year'],
  ])('words %s to %s', (min, max, zh, en) => {
    expect([payText(min, max, 'zh'), payText(min, max, 'en')]).toEqual([zh, en]);
  });
});
