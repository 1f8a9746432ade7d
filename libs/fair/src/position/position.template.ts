import {
  type LocalText,
  ORGANISATION_KIND_WORDS,
  POSITION_CATEGORIES,
  POSITION_DEGREE_TYPES,
  POSITION_DEGREES,
  POSITION_EXPERIENCES,
  POSITION_TITLE_RANKS,
  POSITION_UNIVERSITIES,
} from '@haishi/contracts';
import { type SheetColumn, writeWorkbook } from '@haishi/platform';
import { COUNTIES } from '@haishi/reference';
import type { Fair } from '../fair/fair.entity.js';
import { IMPORT_MOST, POSITION_COLUMNS, type PositionColumn } from './row.rules.js';

const PREFILLED_ROWS = 200;
const labels = (words: Readonly<Record<string, LocalText>>): string[] => Object.values(words).map(({ zh }) => zh);

const WIDTHS: Partial<Record<PositionColumn, number>> = {
  employerName: 30,
  creditCode: 22,
  title: 26,
  majors: 30,
  benefits: 26,
  workplace: 28,
  duties: 50,
  contactMail: 26,
};

const HINTS: Partial<Record<PositionColumn, string>> = {
  employerName: '已按单位资料填好，请勿修改。',
  creditCode: '已按单位资料填好，请勿修改。',
  headcount: '写整数，如 3。',
  pay: '如 12-18万/年、8000-12000元/月、15万以上、面议。',
  contactPhone: '11 位手机号，或带区号的固定电话，如 0311-88886666。',
  validUntil: '如 2026-06-30，须在今天之后。',
  duties: '不得对性别、年龄、民族、宗教信仰、婚育状况提出限制。',
};

const NOTES: readonly (readonly [string, string])[] = [
  ['填写范围', `每行一个岗位，从第 2 行起，最多 ${IMPORT_MOST} 个。红色表头为必填。`],
  ['单位信息', '单位名称、统一社会信用代码须与单位资料一致，模板已预先填好。'],
  ['薪资待遇', '可写“12-18万/年”“8000-12000元/月”“1.5万/月×14薪”“15万以上”或“面议”；请写明单位。'],
  ['学历要求', '填最低要求；“硕士及以上”按“硕士研究生”处理。'],
  ['有效期', '可写 2026-06-30、2026/6/30、2026.6.30 或 2026年6月30日。'],
  ['重复岗位', '岗位名称与工作地点都相同视为同一岗位：再次导入时更新原岗位，不会重复新增。'],
  ['公平用语', '含性别、年龄、民族、宗教信仰、婚育状况限制的用语会被标出，修改之前不能通过审核。'],
  ['重新审核', '已通过的岗位若被修改，将从公开页面撤下，重新审核。'],
];

/** The template of a position file 岗位信息表: the columns with drop-downs, the employer filled in, and a sheet of notes. */
export function positionTemplate(
  fair: Fair,
  employer: { name: string; creditCode: string; kind: keyof typeof ORGANISATION_KIND_WORDS },
): Promise<Buffer> {
  const kind = ORGANISATION_KIND_WORDS[employer.kind].zh;
  const choices: Partial<Record<PositionColumn, readonly string[]>> = {
    kind: [kind],
    zone: fair.zones.map(({ zh }) => zh),
    county: COUNTIES.map(({ zh }) => zh),
    category: labels(POSITION_CATEGORIES),
    degree: labels(POSITION_DEGREES),
    degreeType: labels(POSITION_DEGREE_TYPES),
    university: labels(POSITION_UNIVERSITIES),
    titleRank: labels(POSITION_TITLE_RANKS),
    experience: labels(POSITION_EXPERIENCES),
  };
  const columns = POSITION_COLUMNS.map(({ key, header, required }): SheetColumn => {
    const list = choices[key];
    const hint = HINTS[key];
    return {
      header,
      required,
      width: WIDTHS[key] ?? 16,
      ...(list ? { choices: list } : {}),
      ...(hint ? { hint } : {}),
    };
  });
  const prefilled = [employer.name, employer.creditCode, kind];
  return writeWorkbook([
    { name: '岗位信息', columns, rows: Array.from({ length: PREFILLED_ROWS }, () => prefilled) },
    {
      name: '填写说明',
      columns: [
        { header: '项目', width: 14 },
        { header: '说明', width: 90 },
      ],
      rows: NOTES,
    },
  ]);
}
