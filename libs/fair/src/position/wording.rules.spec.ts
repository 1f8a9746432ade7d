import { describe, expect, it } from 'vitest';
import { findDiscrimination, type Flag, openFlags, renewFlags } from './wording.rules.js';

const find = (text: string) => findDiscrimination({ duties: text }).map(({ ground, word }) => `${ground}:${word}`);

describe('findDiscrimination', () => {
  it.each([
    ['限男性，能出差', ['sex:限男性']],
    ['女士优先', ['sex:女士优先']],
    ['性别：男', ['sex:性别:男']],
    ['不招女生', ['sex:不招女生']],
    ['Male only, fluent English', ['sex:Male only']],
    ['年龄35岁以下', ['age:年龄35岁以下']],
    ['年龄不超过４０周岁', ['age:年龄不超过40周岁']],
    ['25-35岁，有经验', ['age:25-35岁']],
    ['45周岁以下', ['age:45周岁以下']],
    ['90后团队', ['age:90后']],
    ['under 35, PhD', ['age:under 35']],
    ['限汉族', ['ethnicity:限汉族']],
    ['少数民族除外', ['ethnicity:少数民族除外']],
    ['无宗教信仰', ['religion:无宗教信仰']],
    ['不信教', ['religion:不信教']],
    ['已婚已育优先', ['marital:已婚已育优先']],
    ['未婚', ['marital:未婚']],
    ['单身者优先', ['marital:单身者优先']],
    ['近期无生育计划', ['marital:近期无生育计划']],
    ['限男性，35周岁以下，未婚', ['sex:限男性', 'age:35周岁以下', 'marital:未婚']],
  ])('flags “%s”', (text, expected) => expect(find(text)).toEqual(expected));

  it.each([
    '男女不限，年龄不限，民族不限',
    '年满18周岁以上',
    '提供单身公寓',
    '具有5年以上工作经验',
    '负责女性健康产品的研发',
    '民族音乐与少数民族医药研究',
    '2026年35项重点任务',
    '熟悉 HTML 与 Python',
    '婴幼儿配方食品，含0岁段产品',
  ])('lets “%s” pass', (text) => expect(find(text)).toEqual([]));

  it('names a word once for a field, and each field apart', () => {
    expect(findDiscrimination({ title: '讲师（限女性）', duties: '限女性，限女性', benefits: null })).toEqual([
      { field: 'title', word: '限女性', ground: 'sex' },
      { field: 'duties', word: '限女性', ground: 'sex' },
    ]);
  });
});

describe('renewFlags', () => {
  const dismissed: Flag<'duties'> = { field: 'duties', word: '未婚', ground: 'marital', dismissed: '指课题名称' };

  it('keeps a dismissal while the text stands', () => {
    const flags = renewFlags({ duties: '研究未婚青年' }, { texts: { duties: '研究未婚青年' }, flags: [dismissed] });
    expect(flags).toEqual([dismissed]);
    expect(openFlags(flags)).toEqual([]);
  });

  it('opens the flag again once the text changes', () => {
    const flags = renewFlags({ duties: '未婚' }, { texts: { duties: '研究未婚青年' }, flags: [dismissed] });
    expect(openFlags(flags)).toEqual([{ field: 'duties', word: '未婚', ground: 'marital' }]);
  });
});
