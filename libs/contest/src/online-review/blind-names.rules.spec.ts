import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemberContent } from '../project/project.snapshot.js';
import { blindNames } from './blind-names.rules.js';
import { REDACTED, redact } from './redaction.rules.js';

const member = (name: string, mail = 'x@example.com'): MemberContent => ({
  name,
  mail,
  role: '',
  share: null,
  isCore: true,
});
const namesOf = (organisation: string, members: string[] = [], aliases: string[] = []) =>
  blindNames(
    { organisation: { name: organisation, country: 'CN', code: '' }, members: members.map((one) => member(one)) },
    aliases,
  );
const left = (text: string, ...rest: Parameters<typeof namesOf>) => redact(text, namesOf(...rest));

describe('blindNames', () => {
  it.each([
    ['海石芯片的方案', `${REDACTED}的方案`],
    ['海石公司与石家庄海石', `${REDACTED}公司与${REDACTED}`],
    ['石家庄海石芯片', REDACTED],
    ['海石芯片技术有限公司', REDACTED],
    ['一种芯片技术', '一种芯片技术'],
    ['石家庄市的企业', '石家庄市的企业'],
  ])('of 石家庄海石芯片技术有限公司 leaves %s as %s', (text, expected) =>
    expect(left(text, '石家庄海石芯片技术有限公司')).toBe(expected),
  );

  it.each([
    ['河北科技大学', '河北科大团队', `${REDACTED}团队`],
    ['河北科技大学', 'by Hebei University of Science and Technology.', `by ${REDACTED}.`],
    ['河北科大', '河北科技大学团队', `${REDACTED}团队`],
    ['河北科技大学信息学院', '河北科大团队', `${REDACTED}团队`],
    ['兰州理工大学', '兰州理工的样机', `${REDACTED}的样机`],
    ['北京绿色能源科技有限公司', '绿色发展与绿色能源', `绿色发展与${REDACTED}`],
    ['北京科技有限公司', '科技与北京', '科技与北京'],
    ['Haishi Chip Technology Co., Ltd.', 'Haishi Chip and HAISHI chips', `${REDACTED} and ${REDACTED} chips`],
    ['Hebei Haishi Chip Ltd', 'made by Haishi in Hebei', `made by ${REDACTED} in Hebei`],
    ['北京海石（石家庄）智能科技有限公司', '海石智能', REDACTED],
  ])('of %s leaves %s as %s', (organisation, text, expected) => expect(left(text, organisation)).toBe(expected));

  it('finds a name in either order however its accents were typed', () =>
    expect(left('by Mu\u0308ller, Anna and A. Müller', '', ['Anna Mu\u0308ller'])).toBe(
      `by ${REDACTED} and ${REDACTED}`,
    ));

  it('takes in what else is on record of the organisation', () =>
    expect(left('由蓝贝壳研制', '甲公司', [], ['蓝贝壳'])).toBe(`由${REDACTED}研制`));

  it.each([
    'Wei Zhang',
    'Zhang Wei',
    'ZHANG, Wei',
    'Zhang，Wei',
    'zhang wei',
    'Zhang-Wei',
    'ZhangWei',
    'W. Zhang',
    'Zhang, W.',
    'Ｗｅｉ Ｚｈａｎｇ',
    'Wei_Zhang',
  ])('of Zhang Wei leaves nothing of %s', (text) => {
    for (const name of ['Zhang Wei', 'Wei Zhang', '张伟（Wei Zhang）', '张伟 Zhang Wei'])
      expect(left(`by ${text};`, '', [name])).toBe(`by ${REDACTED};`);
  });

  it.each([
    ['欧阳小明', '小明·欧阳 与 小明 欧阳', `${REDACTED} 与 ${REDACTED}`],
    ['张伟', '伟 张；张，伟', `${REDACTED}；${REDACTED}`],
    ['张伟', '宏伟，张江', '宏伟，张江'],
    ['买买提·艾力', '艾力 买买提', REDACTED],
    ['Maria del Carmen Garcia', 'Garcia, Maria del Carmen', REDACTED],
    ['Anna Li', 'a Li battery and A. Li', `a Li battery and ${REDACTED}`],
    ['Zhang Wei', 'Zhang alone, and weight', 'Zhang alone, and weight'],
  ])('of %s leaves %s as %s', (name, text, expected) => expect(left(text, '', [name])).toBe(expected));

  it('leaves no order of a name of Latin letters, however it is written', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdeghilnouwxz'), minLength: 2, maxLength: 6 });
    const between = fc.constantFrom(' ', ', ', '-', ' · ', '.', '_', '');
    fc.assert(
      fc.property(word, word, between, fc.boolean(), (family, given, joint, loud) => {
        for (const [one, other] of [
          [family, given],
          [given, family],
        ] as const) {
          const text = `${loud ? one.toUpperCase() : one}${joint}${other}`;
          expect(left(`(${text})`, '', [`${family} ${given}`])).toBe(`(${REDACTED})`);
        }
      }),
    );
  });
});
