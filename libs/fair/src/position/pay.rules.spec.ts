import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePay, payBand } from './pay.rules.js';

const pay = (text: string) => {
  const parsed = parsePay(text);
  return parsed.fault ?? [parsed.value.min, parsed.value.max];
};

describe('parsePay', () => {
  it.each([
    ['12-18万/年', [120_000, 180_000]],
    ['12万-18万/年', [120_000, 180_000]],
    ['年薪20万', [200_000, 200_000]],
    ['20-30W', [200_000, 300_000]],
    ['8000-12000元/月', [96_000, 144_000]],
    ['8,000-12,000元/月', [96_000, 144_000]],
    ['月薪1.5万', [180_000, 180_000]],
    ['15k-20k/月', [180_000, 240_000]],
    ['8-12千/月', [96_000, 144_000]],
    ['1.5万/月×14薪', [210_000, 210_000]],
    ['15000元·13薪', [195_000, 195_000]],
    ['15万以上', [150_000, null]],
    ['15万+', [150_000, null]],
    ['不低于15万/年', [150_000, null]],
    ['１２－１８万／年', [120_000, 180_000]],
    [' 12 ~ 18 万 / 年 ', [120_000, 180_000]],
    ['120000-180000元/年', [120_000, 180_000]],
    ['税前12.5万至18万每年', [125_000, 180_000]],
    ['面议', [null, null]],
    ['薪资面议', [null, null]],
    ['Negotiable', [null, null]],
  ])('reads %s', (text, expected) => expect(pay(text)).toEqual(expected));

  it.each([
    ['', 'fair.row_bad_pay'],
    ['高薪', 'fair.row_bad_pay'],
    ['12-18-20万/年', 'fair.row_bad_pay'],
    ['12万/年另加提成', 'fair.row_bad_pay'],
    ['8000-12000', 'fair.row_pay_without_unit'],
    ['8k-12k', 'fair.row_pay_without_unit'],
    ['15', 'fair.row_pay_without_unit'],
    ['200元/天', 'fair.row_pay_per_day'],
    ['30元/小时', 'fair.row_pay_per_day'],
    ['15万以下', 'fair.row_pay_without_least'],
    ['18-12万/年', 'fair.row_pay_reversed'],
    ['12-18元/年', 'fair.row_pay_implausible'],
    ['8000-12000万/年', 'fair.row_pay_implausible'],
  ])('refuses %s with the reason', (text, code) => expect(pay(text)).toBe(code));

  it('names what was written and what it would come to', () => {
    expect(parsePay('12-18元/年')).toEqual({
      fault: 'fair.row_pay_implausible',
      params: { value: '12-18元/年', yuan: 12, min: 12_000, max: 20_000_000 },
    });
  });

  it('reads back every range it could be given in 万 a year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 1_000 }), fc.integer({ min: 0, max: 900 }), (least, more) => {
        expect(pay(`${least}-${least + more}万/年`)).toEqual([least * 10_000, (least + more) * 10_000]);
      }),
    );
  });

  it('never throws, and never answers a reversed or implausible pay', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789万千kK元年月/-~以上下面议+. 天'), maxLength: 14 }),
        (text) => {
          const parsed = parsePay(text);
          if (parsed.fault !== undefined) return;
          const { min, max } = parsed.value;
          if (min !== null) expect(min).toBeGreaterThanOrEqual(12_000);
          if (min !== null && max !== null) expect(max).toBeGreaterThanOrEqual(min);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('payBand', () => {
  it.each([
    [null, 'negotiable'],
    [99_999, 'below_100k'],
    [100_000, 'from_100k'],
    [149_999, 'from_100k'],
    [150_000, 'from_150k'],
    [200_000, 'from_200k'],
    [300_000, 'from_300k'],
    [499_999, 'from_300k'],
    [500_000, 'from_500k'],
  ])('puts a least pay of %s into %s', (min, band) => expect(payBand({ min })).toBe(band));
});
