import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf, likeness, organisationKey, summaryShingles, titleShingles } from './likeness.rules.js';

const han = fc.array(fc.constantFrom(...'石家庄海芯片滹沱河科技研发智能光电新材'), { minLength: 1, maxLength: 20 });
const name = han.map((signs) => signs.join(''));
const set = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }).map((all) => new Set(all.map(String)));
const toFullWidth = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replaceAll(' ', '\u3000');

describe('the name of an organisation', () => {
  it('is the same in every spelling of its brackets, width, spaces and legal form', () => {
    const spellings = [
      '海石（石家庄）芯片有限公司',
      '海石(石家庄)芯片有限公司',
      '海石 [石家庄] 芯片股份有限公司',
      '海石〔石家庄〕芯片有限责任公司',
      ' 海石石家庄芯片 ',
    ];
    expect(new Set(spellings.map(organisationKey))).toEqual(new Set(['海石石家庄芯片']));
    expect(organisationKey('海石L\u00adtd 有限\u200b公司')).toBe(organisationKey('海石Ltd 有限公司'));
    const latin = [
      'Haishi Chips Co., Ltd.',
      'HAISHI CHIPS LIMITED',
      'Ｈａｉｓｈｉ　Ｃｈｉｐｓ　Ｃｏ．，Ｌｔｄ',
      'haishi chips GmbH',
    ];
    expect(new Set(latin.map(organisationKey))).toEqual(new Set(['haishichips']));
  });

  it('stays another for a branch, a group and another place', () => {
    const others = [
      '海石芯片有限公司',
      '海石芯片集团有限公司',
      '海石芯片有限公司北京分公司',
      '海石（北京）芯片有限公司',
    ];
    expect(new Set(others.map(organisationKey)).size).toBe(others.length);
  });

  it('is made of any name once and for all, and is never eaten up by its legal form', () => {
    fc.assert(
      fc.property(name, fc.constantFrom('', '有限公司', '股份有限公司', '有限责任公司'), (plain, form) => {
        const key = organisationKey(plain + form);
        expect(organisationKey(key)).toBe(key);
        expect(organisationKey(toFullWidth(`${plain} ${form}`))).toBe(key);
        expect(key).not.toBe('');
      }),
    );
    expect(organisationKey('有限公司')).toBe('有限公司');
    expect(organisationKey('Co., Ltd.')).toBe('co');
    expect(organisationKey('（ ）')).toBe('');
  });
});

describe('likeness', () => {
  it('is the same both ways, whole, and 100 of equal sets alone', () => {
    fc.assert(
      fc.property(set, set, (one, other) => {
        const percent = likeness(one, other);
        expect(percent).toBe(likeness(other, one));
        expect(Number.isInteger(percent) && percent >= 0 && percent <= 100).toBe(true);
        const equal = one.size > 0 && one.size === other.size && [...one].every((element) => other.has(element));
        expect(percent === 100).toBe(equal);
      }),
    );
  });

  it('is twice what is shared over both together', () => {
    fc.assert(
      fc.property(set, set, (one, other) => {
        const shared = [...one].filter((element) => other.has(element)).length;
        const together = one.size + other.size;
        expect(likeness(one, other)).toBe(together === 0 ? 0 : Math.floor((200 * shared) / together));
      }),
    );
  });

  it('of titles takes no notice of width, case and signs', () => {
    const [one, other] = ['面向 AI 的“存算一体”芯片', '面向ａｉ的存算一体芯片'].map(titleShingles);
    expect(likeness(one!, other!)).toBe(100);
    expect(likeness(titleShingles('面向北斗的高精度授时芯片'), titleShingles('面向北斗的高精度授时模片'))).toBe(81);
    expect(likeness(titleShingles('面向北斗的高精度授时芯片'), titleShingles('肺癌早筛试剂盒的研制'))).toBe(0);
  });

  it('of summaries counts a Chinese character as much as a word of letters', () => {
    expect([...summaryShingles('AI芯片：low-power')]).toEqual(['ai 芯', '芯 片', '片 low', 'low power']);
    const one = 'We design chips that keep time in satellites and sell them to builders of networks.';
    const other = 'The kit finds cancer of the lung early, in drops of blood that a nurse can take at home.';
    expect(likeness(summaryShingles(one), summaryShingles(other))).toBeLessThan(10);
  });
});

describe('bands', () => {
  const banding = { bands: 20, rows: 3 };

  it('are those of the set, in whatever order it was filled', () => {
    fc.assert(
      fc.property(set, (one) => {
        const bands = bandsOf(one, banding);
        expect(bands).toHaveLength(one.size === 0 ? 0 : banding.bands);
        expect(bandsOf(new Set([...one].toReversed()), banding)).toEqual(bands);
      }),
    );
  });

  it('are shared as often as their formula says', () => {
    const runs = 400;
    const sharing = (common: number, alone: number) => {
      let found = 0;
      for (let run = 0; run < runs; run += 1) {
        const elements = (of: string, count: number) => Array.from({ length: count }, (_, at) => `${run} ${of} ${at}`);
        const one = new Set([...elements('both', common), ...elements('one', alone)]);
        const other = new Set(bandsOf(new Set([...elements('both', common), ...elements('other', alone)]), banding));
        if (bandsOf(one, banding).some((band) => other.has(band))) found += 1;
      }
      return found / runs;
    };
    expect(sharing(20, 5)).toBeGreaterThan(0.99);
    expect(Math.abs(sharing(10, 10) - (1 - (1 - (1 / 3) ** 3) ** 20))).toBeLessThan(0.08);
    expect(sharing(2, 9)).toBeLessThan(0.06);
  });
});
