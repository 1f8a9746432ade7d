import { describe, expect, it } from 'vitest';
import { COUNTIES, countyByCode, findCounty } from './counties.js';
import { DIVISION_CODES, INDUSTRIES, industryByCode } from './industries.js';
import { findProvince, PROVINCES } from './provinces.js';
import { findUniversity, UNIVERSITIES } from './universities.js';

describe('universities', () => {
  it('are the 147 of the list, each with a province, none twice', () => {
    expect(new Set(UNIVERSITIES.map((university) => university.zh)).size).toBe(147);
    expect(new Set(UNIVERSITIES.map((university) => university.en)).size).toBe(147);
    const provinces = new Set(PROVINCES.map((province) => province.zh));
    expect(UNIVERSITIES.filter((university) => !provinces.has(university.province))).toEqual([]);
  });

  it('are each found by every name they carry', () => {
    for (const university of UNIVERSITIES)
      for (const name of [university.zh, university.en, ...university.aliases])
        expect(findUniversity(name)?.zh).toBe(university.zh);
  });

  it.each([
    ['　北京大学 ', '北京大学'],
    ['中国地质大学(武汉)', '中国地质大学（武汉）'],
    ['中国 矿业大学 （北京）', '中国矿业大学（北京）'],
    ['xi’an jiaotong university', '西安交通大学'],
    ['ＸＩＤＩＡＮ University', '西安电子科技大学'],
    ['第四军医大学', '空军军医大学'],
    ['Central Academy of Drama', '中央戏剧学院'],
  ])('%s is %s', (text, zh) => {
    expect(findUniversity(text)?.zh).toBe(zh);
  });

  it.each(['中国石油大学', '中国地质大学', '山大', '河北师范大学', ''])('%s is nobody alone on the list', (text) => {
    expect(findUniversity(text)).toBeUndefined();
  });
});

describe('counties', () => {
  it('are 26, none twice', () => {
    expect(new Set(COUNTIES.map((county) => county.code)).size).toBe(26);
    expect(countyByCode('130109')?.zh).toBe('藁城区');
    expect(COUNTIES.filter((county) => !county.cityRanked).map((county) => county.zh)).toEqual(['辛集市']);
  });

  it.each([
    ['正定', '正定县'],
    ['赵县', '赵县'],
    ['井陉', '井陉县'],
    ['高新区', '石家庄高新技术产业开发区'],
    ['１３０１８４', '新乐市'],
    ['Zhengding County', '正定县'],
  ])('%s is %s', (text, zh) => {
    expect(findCounty(text)?.zh).toBe(zh);
  });
});

describe('industries and provinces', () => {
  it('hold five industries of five fields, four of which are divisions', () => {
    expect(INDUSTRIES.map((industry) => industry.fields.length)).toEqual([5, 5, 5, 5, 5]);
    expect(DIVISION_CODES.map((code) => industryByCode(code)?.zh)).toEqual([
      '新一代电子信息',
      '生物医药',
      '先进装备制造',
      '现代食品',
    ]);
  });

  it('find a province by its short name', () => {
    expect(PROVINCES).toHaveLength(34);
    expect(findProvince('内蒙古')?.code).toBe('150000');
    expect(findProvince('河北省')?.en).toBe('Hebei');
    expect(findProvince('华北')).toBeUndefined();
  });
});
