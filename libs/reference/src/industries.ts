import type { LocalText } from '@haishi/contracts';

/** A sub-field of an industry. */
export interface IndustryField extends LocalText {
  code: string;
}

/** One of the city's leading industries 主导产业, with its sub-fields. */
export interface Industry extends LocalText {
  code: string;
  fields: readonly IndustryField[];
}

const field = (code: string, zh: string, en: string): IndustryField => ({ code, zh, en });

/**
 * The five leading industries by which employers and positions are sorted, and the fair is divided into zones
 * (*Hebei Daily*, 2023-11-06, page 6). The first four are also the divisions of the contest.
 */
export const INDUSTRIES: readonly Industry[] = [
  {
    code: 'EIT',
    zh: '新一代电子信息',
    en: 'Next-generation electronic information',
    fields: [
      field('EIT-IC', '集成电路', 'Integrated circuits'),
      field('EIT-NAV', '卫星导航与应用', 'Satellite navigation and applications'),
      field('EIT-COM', '现代通信', 'Modern communications'),
      field('EIT-AI', '软件与人工智能', 'Software and artificial intelligence'),
      field('EIT-DISP', '新型显示与半导体照明', 'New displays and semiconductor lighting'),
    ],
  },
  {
    code: 'BIO',
    zh: '生物医药',
    en: 'Biomedicine',
    fields: [
      field('BIO-DRUG', '创新药', 'Innovative drugs'),
      field('BIO-TCM', '现代中药', 'Modern Chinese medicine'),
      field('BIO-DEV', '高端医疗器械', 'High-end medical devices'),
      field('BIO-MFG', '生物制造', 'Biomanufacturing'),
      field('BIO-CARE', '医疗服务与数字健康', 'Medical services and digital health'),
    ],
  },
  {
    code: 'EQP',
    zh: '先进装备制造',
    en: 'Advanced equipment manufacturing',
    fields: [
      field('EQP-RAIL', '轨道交通装备', 'Rail transit equipment'),
      field('EQP-ROB', '机器人与智能制造', 'Robotics and intelligent manufacturing'),
      field('EQP-NRG', '新能源与储能装备', 'New energy and energy storage equipment'),
      field('EQP-AIR', '航空与低空装备', 'Aviation and low-altitude equipment'),
      field('EQP-MAT', '新材料', 'New materials'),
    ],
  },
  {
    code: 'FOOD',
    zh: '现代食品',
    en: 'Modern food',
    fields: [
      field('FOOD-MEAL', '预制菜', 'Prepared dishes'),
      field('FOOD-DAIRY', '乳制品', 'Dairy products'),
      field('FOOD-NUTR', '功能与营养食品', 'Functional and nutritional food'),
      field('FOOD-BIO', '食品生物技术', 'Food biotechnology'),
      field('FOOD-EQP', '食品装备与检测', 'Food equipment and testing'),
    ],
  },
  {
    code: 'TRADE',
    zh: '现代商贸物流',
    en: 'Modern commerce and logistics',
    fields: [
      field('TRADE-LOG', '智慧物流', 'Smart logistics'),
      field('TRADE-COLD', '冷链物流', 'Cold-chain logistics'),
      field('TRADE-ECOM', '电子商务', 'E-commerce'),
      field('TRADE-SUP', '供应链服务', 'Supply-chain services'),
      field('TRADE-INTL', '国际贸易与中欧班列', 'International trade and the China-Europe railway'),
    ],
  },
];

/** The codes of the contest's divisions 参赛领域. */
export const DIVISION_CODES = ['EIT', 'BIO', 'EQP', 'FOOD'] as const;

const byCode = new Map(INDUSTRIES.map((industry) => [industry.code, industry]));

export function industryByCode(code: string): Industry | undefined {
  return byCode.get(code);
}
