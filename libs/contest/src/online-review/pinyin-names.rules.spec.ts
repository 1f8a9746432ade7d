import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { personNames } from './blind-names.rules.js';
import { pinyinForms } from './pinyin-names.rules.js';
import { REDACTED, redact } from './redaction.rules.js';

const left = (text: string, name: string) => redact(text, personNames(name));

describe('a Chinese name in pinyin', () => {
  it.each([
    'Zhang Wei',
    'Wei Zhang',
    'zhangwei',
    'WEIZHANG',
    'ZHANG WEI',
    'ZhangWei',
    'zhang-wei',
    'Zhang_Wei',
    'ZHANG, Wei',
    'Zhāng Wěi',
    'zhāng wěi'.normalize('NFD'),
    'zhɑ̄nɡwěi',
    'Zhang1 Wei3',
    'Ｚｈａｎｇ　Ｗｅｉ',
    'Zhang W.',
    'W. Zhang',
    'ZHANG, W.',
  ])('张伟 is not left where it is written %s', (text) => {
    expect(left(`由${text}研制, by ${text}; ${text}.pdf`, '张伟')).toBe(
      `由${REDACTED}研制, by ${REDACTED}; ${REDACTED}.pdf`,
    );
  });

  it('is looked for in its many forms only where the family name is, so that a desk of titles is quick to read', () => {
    const [name] = pinyinForms('张', '伟');
    const forms = vi.spyOn(name!, 'forms');
    expect(redact('基于 AI 的新型电池材料', [name!])).toBe('基于 AI 的新型电池材料');
    expect(forms).not.toHaveBeenCalled();
    expect(redact('ZhangWei 的电池', [name!])).toBe(`${REDACTED} 的电池`);
  });

  it.each([
    ['张伟', 'Zhang alone and Wei alone, zhang.pdf'],
    ['张伟', 'Zhang Weiming, Xizhang Wei, zhangweifang'],
    ['张伟', 'Zhang W and W Zhang'],
    ['李双', 'a Li–S battery, Li S cells, LiS'],
    ['李伟', 'Li ions, a Li battery'],
    ['何灿', 'what he can do, and can he'],
    ['何灿', 'He can, can He'],
    ['尤然', 'as you ran'],
    ['胡曼', 'human and Human'],
    ['李可', 'like it'],
    ['吴涵', 'in Wuhan'],
    ['何北', 'Hebei and hebei'],
    ['韩武', 'wuhan'],
    ['奚安', "Xi'an"],
    ['田津', 'Tianjin'],
    ['伟', 'Wei wei'],
    ['·张伟', 'Z. and W. and wei'],
    ['𠮷田', 'Ji Tian'],
  ])('%s leaves words that are not the name: %s', (name, text) => expect(left(text, name)).toBe(text));

  it.each([
    ['何灿', 'He Can and HE CAN and Can He'],
    ['胡曼', 'Hu Man and hu man and HuMan and Man Hu'],
    ['吴涵', 'Wu Han and wu han and WuHan and hanwu'],
    ['欧阳小明', 'Ouyang Xiaoming and Xiao-Ming OUYANG and ouyangxiaoming and Ou Yang, X. M.'],
    [
      '曾小明',
      'Zeng Xiaoming and Xiao Ming Zeng and Zeng X.M. and X.-M. Zeng and Zeng X. and X. Zeng and Zeng XM and XM Zeng',
    ],
    ['曾 小明', 'Zeng Xiaoming and xiaomingzeng'],
    ['王西安', "Wang Xi'an and Wang Xi’an and wangxian"],
    ['吕绿', 'Lü Lü and Lv Lv and LYU LYU and Lu Lu and Lǚ Lǜ'],
    ['徐旭', 'Xu Xu and xvxv'],
    ['张乐', 'Zhang Le and Zhang Yue and Y. Zhang'],
    ['·张伟', 'Zhang Wei and W. Zhang'],
    ['买买提·艾力', 'Maimaiti Aili and Aili Maimaiti'],
    ['张伟（David Zhang）', 'Zhang Wei and Zhang, David'],
    ['尉迟恭', 'Yuchi Gong and Gong Yu-Chi'],
  ])('%s is not left in %s', (name, text) => {
    const forms = text.split(' and ');
    expect(left(text, name)).toBe(forms.map(() => REDACTED).join(' and '));
  });

  it.each([
    ['单', 'Shan'],
    ['曾', 'Zeng'],
    ['仇', 'Qiu'],
    ['解', 'Xie'],
    ['查', 'Zha'],
    ['区', 'Ou'],
    ['朴', 'Piao'],
    ['翟', 'Zhai'],
    ['乐', 'Yue'],
    ['覃', 'Qin'],
    ['缪', 'Miao'],
    ['盖', 'Ge'],
    ['任', 'Ren'],
    ['华', 'Hua'],
    ['宁', 'Ning'],
    ['员', 'Yun'],
    ['召', 'Shao'],
    ['繁', 'Po'],
    ['种', 'Chong'],
    ['逄', 'Pang'],
    ['令狐', 'Linghu'],
    ['长孙', 'Zhangsun'],
    ['万俟', 'Moqi'],
  ])('the family name %s is read %s', (family, read) => {
    expect(left(`${read} Zhiqiang`, `${family}志强`)).toBe(REDACTED);
    expect(left(`zhiqiang${read.toLowerCase()}`, `${family}志强`)).toBe(REDACTED);
  });

  it('is struck with the address that holds it', () =>
    expect(redact('to zhang.wei@haishi.example', ['zhang.wei@haishi.example', ...personNames('张伟')])).toBe(
      `to ${REDACTED}`,
    ));

  it('is found whatever its order, case, gaps and tones, and its parts alone are left', () => {
    const syllables = fc.constantFrom(
      ['张', 'zhang', 'zhāng'],
      ['单', 'shan', 'shàn'],
      ['刘', 'liu', 'liú'],
      ['志', 'zhi', 'zhì'],
      ['强', 'qiang', 'qiáng'],
      ['芳', 'fang', 'fāng'],
      ['琼', 'qiong', 'qióng'],
      ['雪', 'xue', 'xuě'],
    );
    const family = fc.constantFrom(['曾', 'zeng', 'zēng'], ['仇', 'qiu', 'qiú'], ['欧阳', 'ouyang', 'ōuyáng']);
    const cased = fc.constantFrom(
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text[0]!.toUpperCase() + text.slice(1),
    );
    fc.assert(
      fc.property(
        family,
        fc.array(syllables, { minLength: 1, maxLength: 2 }),
        fc.record({
          marked: fc.boolean(),
          turned: fc.boolean(),
          caseOf: cased,
          gap: fc.constantFrom('', ' ', '-', ', ', '_', '·', '.', '  '),
          inner: fc.constantFrom('', ' ', '-', "'"),
        }),
        ([hanFamily, ...familyRead], given, { marked, turned, caseOf, gap, inner }) => {
          const name = hanFamily! + given.map(([han]) => han).join('');
          const parts = [familyRead[Number(marked)]!, given.map((one) => one[marked ? 2 : 1]).join(inner)].map(caseOf);
          expect(left(`a ${(turned ? parts.toReversed() : parts).join(gap)}.`, name)).toBe(`a ${REDACTED}.`);
          for (const part of parts) expect(left(part, name)).toBe(part);
        },
      ),
    );
  });
});
