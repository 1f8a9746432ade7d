import type { LocalText } from '../locale.js';

/** The closed sets of words by which positions 岗位 are described, shared by templates, pages and search. */
type Words = Readonly<Record<string, LocalText>>;

/** What a post is about 岗位类别. */
export const POSITION_CATEGORIES = {
  research: { zh: '科研研发', en: 'Research and development' },
  engineering: { zh: '工程技术', en: 'Engineering and technology' },
  production: { zh: '生产制造', en: 'Production and manufacturing' },
  medical: { zh: '医疗卫生', en: 'Medicine and health' },
  teaching: { zh: '教学培训', en: 'Teaching and training' },
  management: { zh: '经营管理', en: 'Management' },
  marketing: { zh: '市场营销', en: 'Marketing and sales' },
  logistics: { zh: '物流供应链', en: 'Logistics and supply chain' },
  finance: { zh: '财务金融', en: 'Finance and accounting' },
  administration: { zh: '综合行政', en: 'Administration and law' },
} as const satisfies Words;

/** The least schooling asked for 学历要求, lowest first. */
export const POSITION_DEGREES = {
  any: { zh: '不限', en: 'No requirement' },
  college: { zh: '大专', en: 'Junior college' },
  bachelor: { zh: '本科', en: 'Undergraduate' },
  master: { zh: '硕士研究生', en: 'Master’s programme' },
  doctor: { zh: '博士研究生', en: 'Doctoral programme' },
} as const satisfies Words;

/** The academic degree asked for 学位要求. */
export const POSITION_DEGREE_TYPES = {
  any: { zh: '不限', en: 'No requirement' },
  bachelor: { zh: '学士', en: 'Bachelor' },
  master: { zh: '硕士', en: 'Master' },
  doctor: { zh: '博士', en: 'Doctor' },
} as const satisfies Words;

/** The kind of university asked for 院校要求. */
export const POSITION_UNIVERSITIES = {
  any: { zh: '不限', en: 'Any university' },
  double_first_class: { zh: '双一流高校', en: 'Double First-Class' },
  project_985: { zh: '原985高校', en: 'Former Project 985' },
  project_211: { zh: '原211高校', en: 'Former Project 211' },
  overseas: { zh: '海外知名高校', en: 'Leading overseas university' },
} as const satisfies Words;

/** The professional title asked for 职称要求. */
export const POSITION_TITLE_RANKS = {
  any: { zh: '不限', en: 'No requirement' },
  junior: { zh: '初级', en: 'Junior' },
  intermediate: { zh: '中级', en: 'Intermediate' },
  deputy_senior: { zh: '副高级', en: 'Deputy senior' },
  senior: { zh: '正高级', en: 'Senior' },
} as const satisfies Words;

/** The least experience asked for 工作经验. */
export const POSITION_EXPERIENCES = {
  any: { zh: '不限', en: 'No requirement' },
  fresh: { zh: '应届毕业生', en: 'Graduating now' },
  years_1: { zh: '1年以上', en: '1 year or more' },
  years_3: { zh: '3年以上', en: '3 years or more' },
  years_5: { zh: '5年以上', en: '5 years or more' },
  years_10: { zh: '10年以上', en: '10 years or more' },
} as const satisfies Words;

/** Bands of yearly pay 年薪 by the least amount offered. */
export const PAY_BANDS = {
  negotiable: { zh: '面议', en: 'Negotiable' },
  below_100k: { zh: '10万以下', en: 'Below ¥100k' },
  from_100k: { zh: '10–15万', en: '¥100k–150k' },
  from_150k: { zh: '15–20万', en: '¥150k–200k' },
  from_200k: { zh: '20–30万', en: '¥200k–300k' },
  from_300k: { zh: '30–50万', en: '¥300k–500k' },
  from_500k: { zh: '50万以上', en: '¥500k and above' },
} as const satisfies Words;

export type PositionCategory = keyof typeof POSITION_CATEGORIES;
export type PositionDegree = keyof typeof POSITION_DEGREES;
export type PositionDegreeType = keyof typeof POSITION_DEGREE_TYPES;
export type PositionUniversity = keyof typeof POSITION_UNIVERSITIES;
export type PositionTitleRank = keyof typeof POSITION_TITLE_RANKS;
export type PositionExperience = keyof typeof POSITION_EXPERIENCES;
export type PayBand = keyof typeof PAY_BANDS;

/** By what the public narrows the search of positions. */
export const POSITION_FACETS = ['zone', 'degree', 'county', 'category', 'pay', 'university'] as const;
export type PositionFacet = (typeof POSITION_FACETS)[number];

/** Grounds on which wording shuts people out, and which law forbids (就业促进法 §§25–31). */
export const DISCRIMINATION_GROUNDS = {
  sex: { zh: '性别', en: 'sex' },
  age: { zh: '年龄', en: 'age' },
  ethnicity: { zh: '民族', en: 'ethnicity' },
  religion: { zh: '宗教信仰', en: 'religion' },
  marital: { zh: '婚育状况', en: 'marital or family status' },
} as const satisfies Words;
export type DiscriminationGround = keyof typeof DISCRIMINATION_GROUNDS;

/** Faulty cells of an uploaded table that are named at most; the rest show up once these are corrected. */
export const FAULTS_NAMED = 1_000;
