import { nameIndex } from './lookup.js';

/** A county, district, city or zone 县市区 of Shijiazhuang that hosts landed projects and employers. */
export interface County {
  /** After GB/T 2260 where it has one. */
  code: string;
  zh: string;
  en: string;
  kind: 'district' | 'county' | 'city' | 'zone';
  /** Whether `code` is an administrative code; zones carry statistical codes or codes of our own. */
  official: boolean;
  /** Whether it counts in rankings of the city; Xinji is managed by the province. */
  cityRanked: boolean;
  aliases?: readonly string[];
}

export const COUNTIES: readonly County[] = [
  { code: '130102', zh: '长安区', en: "Chang'an District", kind: 'district', official: true, cityRanked: true },
  { code: '130104', zh: '桥西区', en: 'Qiaoxi District', kind: 'district', official: true, cityRanked: true },
  { code: '130105', zh: '新华区', en: 'Xinhua District', kind: 'district', official: true, cityRanked: true },
  {
    code: '130107',
    zh: '井陉矿区',
    en: 'Jingxing Mining District',
    kind: 'district',
    official: true,
    cityRanked: true,
  },
  { code: '130108', zh: '裕华区', en: 'Yuhua District', kind: 'district', official: true, cityRanked: true },
  { code: '130109', zh: '藁城区', en: 'Gaocheng District', kind: 'district', official: true, cityRanked: true },
  { code: '130110', zh: '鹿泉区', en: 'Luquan District', kind: 'district', official: true, cityRanked: true },
  { code: '130111', zh: '栾城区', en: 'Luancheng District', kind: 'district', official: true, cityRanked: true },
  { code: '130121', zh: '井陉县', en: 'Jingxing County', kind: 'county', official: true, cityRanked: true },
  { code: '130123', zh: '正定县', en: 'Zhengding County', kind: 'county', official: true, cityRanked: true },
  { code: '130125', zh: '行唐县', en: 'Xingtang County', kind: 'county', official: true, cityRanked: true },
  { code: '130126', zh: '灵寿县', en: 'Lingshou County', kind: 'county', official: true, cityRanked: true },
  { code: '130127', zh: '高邑县', en: 'Gaoyi County', kind: 'county', official: true, cityRanked: true },
  { code: '130128', zh: '深泽县', en: 'Shenze County', kind: 'county', official: true, cityRanked: true },
  { code: '130129', zh: '赞皇县', en: 'Zanhuang County', kind: 'county', official: true, cityRanked: true },
  { code: '130130', zh: '无极县', en: 'Wuji County', kind: 'county', official: true, cityRanked: true },
  { code: '130131', zh: '平山县', en: 'Pingshan County', kind: 'county', official: true, cityRanked: true },
  { code: '130132', zh: '元氏县', en: 'Yuanshi County', kind: 'county', official: true, cityRanked: true },
  { code: '130133', zh: '赵县', en: 'Zhao County', kind: 'county', official: true, cityRanked: true },
  {
    code: '130171',
    zh: '石家庄高新技术产业开发区',
    en: 'Shijiazhuang High-tech Industrial Development Zone',
    kind: 'zone',
    official: false,
    cityRanked: true,
    aliases: ['高新区', '石家庄高新区'],
  },
  {
    code: '130172',
    zh: '石家庄循环化工园区',
    en: 'Shijiazhuang Circular Chemical Industry Park',
    kind: 'zone',
    official: false,
    cityRanked: true,
    aliases: ['循环化工园区'],
  },
  { code: '130181', zh: '辛集市', en: 'Xinji City', kind: 'city', official: true, cityRanked: false },
  { code: '130183', zh: '晋州市', en: 'Jinzhou City', kind: 'city', official: true, cityRanked: true },
  { code: '130184', zh: '新乐市', en: 'Xinle City', kind: 'city', official: true, cityRanked: true },
  {
    code: 'SJZ-ETDZ',
    zh: '石家庄经济技术开发区',
    en: 'Shijiazhuang Economic and Technological Development Zone',
    kind: 'zone',
    official: false,
    cityRanked: true,
    aliases: ['经开区', '石家庄经开区'],
  },
  {
    code: 'SJZ-FTZ',
    zh: '自贸试验区正定片区',
    en: 'Zhengding Area of the Hebei Pilot Free Trade Zone',
    kind: 'zone',
    official: false,
    cityRanked: true,
    aliases: ['正定自贸区', '自贸区', '中国（河北）自由贸易试验区正定片区'],
  },
];

const byCode = new Map(COUNTIES.map((county) => [county.code, county]));

export function countyByCode(code: string): County | undefined {
  return byCode.get(code);
}

/** The county a person means by its code, its name in either language, its name without the last character, or a short form. */
export const findCounty = nameIndex(COUNTIES, ({ code, zh, en, kind, aliases = [] }) => [
  code,
  zh,
  en,
  ...(kind !== 'zone' && zh.length > 2 ? [zh.slice(0, -1)] : []),
  ...aliases,
]);
