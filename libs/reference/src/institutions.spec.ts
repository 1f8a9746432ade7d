import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { institutionKey, INSTITUTIONS, otherNamesOf } from './institutions.js';

const anyInstitution = fc.constantFrom(...INSTITUTIONS);
const anyName = anyInstitution.chain((one) =>
  fc.constantFrom(one.zh, ...(one.en ? [one.en] : []), ...one.aliases).map((name) => ({ one, name })),
);
/** A name as somebody types it: other width, case, spaces. */
const typed = (name: string) =>
  fc.tuple(fc.boolean(), fc.boolean(), fc.nat({ max: name.length })).map(([wide, loud, at]) => {
    const spaced = `${name.slice(0, at)} ${name.slice(at)}`;
    const cased = loud ? spaced.toUpperCase() : spaced;
    return wide ? cased.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)) : cased;
  });

describe('institutionKey', () => {
  it.each([
    ['河北科大', '河北科技大学'],
    ['Hebei University of Science and Technology', '河北科技大学'],
    ['中电科54所', '中国电子科技集团公司第五十四研究所'],
    ['The University of Chinese Academy of Sciences', '中国科学院大学'],
    ['中科院自动化所', '中国科学院自动化研究所'],
    ['兰州理工', '兰州理工大学'],
    ['浙江工大', '浙江工业大学'],
    ['China University of Petroleum Beijing', '中国石油大学（北京）'],
    ['中国科大', '中国科学技术大学'],
  ])('%s is %s', (text, zh) => expect(institutionKey(text)).toBe(institutionKey(zh)));

  it.each([
    ['河北大学', '河北工业大学'],
    ['科大', '科技大学'],
    ['中国石油大学（北京）', '中国石油大学（华东）'],
    ['上海大学', '上海交大'],
    ['河北科技大学', '河北科技师范学院'],
    ['甲科大', '乙科大'],
  ])('%s is not %s', (one, other) => expect(institutionKey(one)).not.toBe(institutionKey(other)));

  it.each([
    ['石河子大学计算机科学与技术学院', '石河子大学'],
    ['石河子大学（石家庄校区）', '石河子大学'],
    ['石河\u200b子大学 信息学院', '石河子大学'],
    ['北京大学信息科学技术学院计算机系', '北京大学'],
    ['北大光华管理学院', '北京大学'],
    ['清华大学深圳国际研究生院', '清华大学'],
    ['北京大学医学部', '北京大学'],
    ['河北科大化学与制药工程学院', '河北科技大学'],
    ['中科院大学化学科学学院', '中国科学院大学'],
    ['哈尔滨工业大学（威海）', '哈尔滨工业大学'],
    ['中国石油大学（北京）克拉玛依校区', '中国石油大学（北京）'],
    ['燕东大学机械系', '燕东大学'],
    ['School of Computer Science, Peking University', '北京大学'],
    ['Peking University, School of Law, Beijing, China', '北京大学'],
    ['Peking University School of Medicine', '北京大学'],
    ['The School of Economics of Peking University', '北京大学'],
    ['Tsinghua University Shenzhen Graduate School', '清华大学'],
    ['Department of Physics, Harbin Institute of Technology', '哈尔滨工业大学'],
    ['Department of Law; Hebei University of Science and Technology', '河北科技大学'],
    ['Hebei University of Science and Technology School of Textiles', '河北科技大学'],
    ['Faculty of Engineering, University of Westford', 'University of Westford'],
    ['School of Law, University of California, Berkeley', 'University of California, Berkeley'],
  ])('%s is of %s', (part, whole) => expect(institutionKey(part)).toBe(institutionKey(whole)));

  it.each([
    ['北京大学第三医院', '北京大学'],
    ['上海交通大学医学院附属瑞金医院', '上海交通大学'],
    ['北京大学第一医院医学研究中心', '北京大学'],
    ['清华大学附属中学', '清华大学'],
    ['清华大学出版社有限公司', '清华大学'],
    ['河北大学科技园', '河北大学'],
    ['同济大学建筑设计研究院（集团）有限公司', '同济大学'],
    ['北京大学生创业中心', '北京大学'],
    ['北京大学—清华大学联合研究中心', '北京大学'],
    ['中国科学院某某研究所', '中国科学院'],
    ['中国石油大学（北京）石油工程学院', '中国石油大学（华东）'],
    ['Institute of Something, Chinese Academy of Sciences', 'Chinese Academy of Sciences'],
    ['Peking University Third Hospital', 'Peking University'],
    ['Peking University Press', 'Peking University'],
    ['Department of Surgery, Peking University Third Hospital', 'Peking University'],
    ['School of Law, University of California, Davis', 'School of Law, University of California, Berkeley'],
  ])('%s is not of %s', (other, whole) => expect(institutionKey(other)).not.toBe(institutionKey(whole)));

  it('is one for all names of an institution, however they are typed, and none is another’s', () => {
    fc.assert(
      fc.property(
        anyName.chain(({ one, name }) => typed(name).map((text) => ({ one, text }))),
        anyInstitution,
        ({ one, text }, other) => {
          expect(institutionKey(text)).toBe(institutionKey(one.zh));
          if (other !== one) expect(institutionKey(text)).not.toBe(institutionKey(other.zh));
        },
      ),
    );
  });

  it('is its own key, whatever the text', () => {
    const han = fc.string({ unit: fc.constantFrom(...'中国科学院河北工技师范大学理所研究经贸'), maxLength: 9 });
    fc.assert(
      fc.property(fc.oneof(fc.string(), han), (text) => {
        expect(institutionKey(institutionKey(text))).toBe(institutionKey(text));
      }),
    );
  });

  it('names by every other name what it is asked for, and never by the same', () => {
    fc.assert(
      fc.property(anyName, ({ one, name }) => {
        const others = otherNamesOf(name);
        expect(others).not.toContain(name);
        for (const other of others) expect(institutionKey(other)).toBe(institutionKey(one.zh));
        if (name !== one.zh) expect(others).toContain(one.zh);
      }),
    );
    expect(otherNamesOf('兰州理工大学')).toEqual(['兰州理工']);
    expect(otherNamesOf('石家庄海石芯片有限公司')).toEqual([]);
  });
});
