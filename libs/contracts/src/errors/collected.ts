import type { ErrorCatalogue } from './catalogue.js';

/** Failures of collecting projects and claiming them. */
export const COLLECTED_ERRORS = {
  'collected.not_open': {
    kind: 'conflict',
    zh: '该项目已被认领、谢绝或撤回。',
    en: 'This project was already claimed, declined or withdrawn.',
  },
  'collected.row_other_region': {
    kind: 'invalid',
    zh: '只能导入您负责的赛区的项目。',
    en: 'You can import projects of your own region alone.',
  },
  'collected.row_twice': {
    kind: 'invalid',
    zh: '与第 {row} 行的项目名称和负责人邮箱相同。',
    en: 'The same title and mail address stand in row {row}.',
  },
  'collected.row_country': {
    kind: 'invalid',
    zh: '“{value}”不是国家或地区代码。应为两位大写字母，如 CN、DE、HK；留空即为 CN。',
    en: '“{value}” is no code of a country or region. Two capital letters are expected, such as CN, DE, HK; empty means CN.',
  },
  'collected.row_mail': {
    kind: 'invalid',
    zh: '“{value}”不是邮箱地址，应如 name@example.com。',
    en: '“{value}” is no mail address, such as name@example.com.',
  },
  'collected.row_unknown_county': {
    kind: 'invalid',
    zh: '没有县市区“{value}”。',
    en: 'There is no county “{value}”.',
  },
  'collected.import_empty': { kind: 'invalid', zh: '文件里没有项目。', en: 'The file holds no projects.' },
  'collected.import_too_many': {
    kind: 'invalid',
    zh: '一次最多导入 {max} 个项目，文件里有 {count} 个。',
    en: 'A file may hold {max} projects; this one holds {count}.',
  },
  'collected.import_running': {
    kind: 'conflict',
    zh: '本届大赛的另一份名单正在导入，请待其完成后再导入。',
    en: 'Another list is being imported for this edition. Please import yours once it is done.',
  },
  'collected.import_has_faults': {
    kind: 'conflict',
    zh: '有 {count} 行有误，改正后再导入。',
    en: '{count} rows are faulty. Please correct them and import again.',
  },
} as const satisfies ErrorCatalogue;
