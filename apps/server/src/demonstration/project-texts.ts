import { BIOMEDICINE } from './project-fields/biomedicine.js';
import { ELECTRONIC_INFORMATION } from './project-fields/electronic-information.js';
import { EQUIPMENT } from './project-fields/equipment.js';
import type { FieldTexts } from './project-fields/field-texts.js';
import { FOOD } from './project-fields/food.js';
import type { Random } from './random.js';

const FIELDS: FieldTexts = { ...ELECTRONIC_INFORMATION, ...BIOMEDICINE, ...EQUIPMENT, ...FOOD };

const APPROACH_ZH = [
  '基于国产化平台的',
  '面向规模量产的',
  '低功耗',
  '高可靠',
  '新一代',
  '自主可控的',
  '轻量化',
  '低成本',
  '智能化',
  '模块化',
  '全流程可追溯的',
  '高通量',
];
const APPROACH_EN = [
  'low-power',
  'scalable',
  'next-generation',
  'fully traceable',
  'lightweight',
  'low-cost',
  'intelligent',
  'modular',
  'high-throughput',
  'high-reliability',
];
const SUFFIX_ZH = ['研发与产业化', '关键技术及应用', '项目', '产业化示范', '中试与推广', '平台建设'];

export interface ProjectText {
  title: string;
  summary: string;
}

/** A title and an abstract for a project of `field`, in Chinese or English; `used` keeps titles apart. */
export function projectText(random: Random, field: string, language: 'zh' | 'en', used: Set<string>): ProjectText {
  const texts = FIELDS[field] ?? FIELDS['新材料']!;
  for (let attempt = 0; ; attempt += 1) {
    const index = random.int(0, texts.zh.length - 1);
    const use = random.int(0, texts.useZh.length - 1);
    const title =
      language === 'zh'
        ? `${random.chance(70) ? `面向${texts.useZh[use]}的` : ''}${random.pick(APPROACH_ZH)}${texts.zh[index]}${attempt > 4 ? `（${random.pick(['二代', '三代', '增强型', '紧凑型', '车载型', '工业级'])}${random.int(2, 99)} 型）` : ''}${random.pick(SUFFIX_ZH)}`
        : `${capital(random.pick(APPROACH_EN))} ${texts.en[index]} for ${texts.useEn[use]}${attempt > 4 ? ` (mark ${random.int(2, 99)})` : ''}`;
    if (used.has(title)) continue;
    used.add(title);
    return {
      title,
      summary: language === 'zh' ? summaryZh(random, texts, index, use) : summaryEn(random, texts, index, use),
    };
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function summaryZh(random: Random, texts: FieldTexts[string], index: number, use: number): string {
  return [
    `项目围绕${texts.useZh[use]}场景，研制${texts.zh[index]}，${random.pick(['解决进口依赖和交付周期长的问题', '把单位成本降低约三成', '在同等性能下能耗明显下降', '补上本地产业链的关键一环'])}。`,
    `团队已${random.pick(['完成样机验证', '完成小试并进入中试', '取得首批订单', '完成第三方检测', '进入临床或现场试用'])}，拥有${random.pick(['发明专利', '软件著作权', '核心工艺秘密'])}等 ${random.int(2, 28)} 项知识产权。`,
    `计划在石家庄${random.pick(['建设中试线', '设立研发总部', '建设年产线', '开展示范应用'])}，三年内预计新增就业 ${random.int(12, 260)} 人、年产值 ${random.int(8, 480) * 100} 万元。`,
  ].join('');
}

function summaryEn(random: Random, texts: FieldTexts[string], index: number, use: number): string {
  return [
    `We develop a ${texts.en[index]} for ${texts.useEn[use]} that ${random.pick(['removes a dependency on imported parts', 'cuts unit cost by about a third', 'uses markedly less energy at equal performance', 'closes a gap in the local supply chain'])}.`,
    `The team has ${random.pick(['validated a prototype', 'finished laboratory tests and entered pilot scale', 'won first orders', 'passed third-party testing', 'begun field trials'])} and holds ${random.int(2, 28)} items of intellectual property.`,
    `We intend to ${random.pick(['build a pilot line', 'set up our research base', 'start production', 'run a demonstration site'])} in Shijiazhuang and expect ${random.int(12, 260)} jobs within three years.`,
  ].join(' ');
}
