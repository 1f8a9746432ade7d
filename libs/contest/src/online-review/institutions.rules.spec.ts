import { describe, expect, it } from 'vitest';
import { institutionsOf } from './institutions.rules.js';

const CODE = '91130100MA00000012';
const OTHER_CODE = '91130100MA00000025';
const judge = (
  personId: string,
  organisationName: string,
  creditCode: string | null = null,
  aliases: string[] = [],
) => ({
  personId,
  organisationName,
  creditCode,
  aliases,
});
const parts = (...judges: ReturnType<typeof judge>[]): string[][] => {
  const found = institutionsOf(judges);
  const names = [...new Set(found.values())];
  return names.map((name) => [...found].filter(([, own]) => own === name).map(([id]) => id));
};

describe('institutionsOf', () => {
  it('takes judges for those of one institution whoever of them gave its code', () => {
    expect(parts(judge('a', '河北科技大学', CODE), judge('b', '河北科技大学'), judge('c', '河北大学'))).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
  });

  it('knows an institution by its other names, also by way of a third judge', () => {
    const third = judge('c', '河北科大', null, ['河北科技大学']);
    expect(parts(judge('a', '河北科技大学', CODE), judge('b', '河北科大'), third)).toEqual([['a', 'b', 'c']]);
  });

  it('takes judges of two schools of a university for those of one institution, not those of its hospital', () => {
    const schools = [
      judge('a', '河北大学化学学院'),
      judge('b', 'School of Law, Hebei University'),
      judge('c', '河北大学'),
    ];
    expect(parts(...schools, judge('d', '河北大学附属医院'))).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('parts institutions of one name whose codes differ', () => {
    expect(parts(judge('a', '石家庄科技有限公司', CODE), judge('b', '石家庄科技有限公司', OTHER_CODE))).toHaveLength(2);
  });

  it('leaves a judge of no institution alone', () => {
    expect(parts(judge('a', ''), judge('b', ''))).toEqual([]);
  });
});
