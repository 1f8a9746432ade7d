import { describe, expect, it } from 'vitest';
import { recuses, sameOrganisation } from './recusal.rules.js';

describe('sameOrganisation', () => {
  it.each([
    [{ organisationId: 'a' }, { organisationId: 'a' }, true],
    [{ organisationId: 'a' }, { organisationId: 'b' }, false],
    [{ name: '河北科技 大学' }, { name: '河北科技大学' }, true],
    [{ name: 'ＡＢＣ（石家庄）有限公司' }, { name: 'abc(石家庄)有限公司' }, true],
    [{ name: '河北科大' }, { name: '河北科技大学' }, true],
    [{ name: 'Hebei University of Science & Technology' }, { name: '河北师大' }, false],
    [{ name: 'HEBEI University of Science and Technology' }, { name: '河北科技大学' }, true],
    [{ name: '河北大学' }, { name: '河北师大' }, false],
    [{ name: '甲公司' }, { name: '乙公司' }, false],
    [{ name: '' }, { name: null }, false],
    [{}, {}, false],
    [{ creditCode: '91350100M000100Y43', name: '甲' }, { creditCode: '91350100m000100y43', name: '乙' }, true],
    [{ creditCode: '91130100MA00000012', name: '同名' }, { creditCode: '91130100MA00000025', name: '同名' }, false],
    [{ creditCode: '911301', name: '同名' }, { creditCode: '91130100MA00000025', name: '同名' }, true],
    [{ creditCode: '91350100M000100Y43', name: '同名' }, { name: '同名' }, true],
    [{ name: '石河子大学（石家庄校区）' }, { name: '石河子大学信息学院' }, true],
    [{ name: '北京大学第三医院' }, { name: '北京大学' }, false],
    [{ name: '石河\u200b子大学' }, { name: '石河子大学\u00ad' }, true],
    [{ name: '海\u2060石芯片有限公司' }, { name: '海石芯片有限公司' }, true],
  ])('%o and %o: %s', (one, other, same) => expect(sameOrganisation(one, other)).toBe(same));
});

describe('recuses', () => {
  const [before, at, after] = [1, 2, 3].map((second) => new Date(second * 1000)) as [Date, Date, Date];
  it.each([
    ['a tie that nothing was decided of', undefined, null, true],
    ['a declared one, too', undefined, before, true],
    ['none that recuses already', 'recused', after, false],
    ['none of the record after a dismissal', at, null, false],
    ['none that was declared before the dismissal', at, before, false],
    ['none that was declared with it', at, at, false],
    ['one that was declared after the dismissal', at, after, true],
  ] as const)('%s', (_, decision, declaredAt, expected) => expect(recuses(decision, declaredAt)).toBe(expected));
});
