import { type SheetColumn, writeWorkbook } from '@haishi/platform';
import { judgeKindsOf } from '../edition/edition.defaults.js';
import type { EditionDefinition } from '../edition/edition.definition.js';
import { EXPERT_COLUMNS, type ExpertColumn, EXPERTS_MOST } from './expert-row.rules.js';

const WIDTHS: Partial<Record<ExpertColumn, number>> = { mail: 30, organisation: 30, creditCode: 22, fields: 36 };
const HINTS: Partial<Record<ExpertColumn, string>> = {
  mail: '评审邀请发到此邮箱；同一邮箱再次导入即更新。',
  aliases: '单位的其他名称，用顿号分隔；与参赛单位相同即自动回避。',
  fields: '领域或细分方向的名称或代码，用顿号分隔。',
  region: '所在赛区；不评本赛区的项目。',
  languages: '中文、英文；空白为中文。',
  capacity: '空白为不限。',
};

/** The template of a list of experts 专家库, with drop-downs and a sheet of notes. */
export function expertTemplate(definition: EditionDefinition): Promise<Buffer> {
  const { divisions, regions } = definition;
  const choices: Partial<Record<ExpertColumn, readonly string[]>> = {
    kind: judgeKindsOf(definition).map(({ name }) => name.zh),
    region: regions.map(({ name }) => name.zh),
  };
  const columns = EXPERT_COLUMNS.map(({ key, header, required }): SheetColumn => {
    const [own, hint] = [choices[key], HINTS[key]];
    return {
      header,
      required,
      width: WIDTHS[key] ?? 16,
      ...(own ? { choices: own } : {}),
      ...(hint ? { hint } : {}),
    };
  });
  const fields = divisions.flatMap((division) =>
    [division, ...division.fields].map(({ code, name }) => [division.name.zh, name.zh, code]),
  );
  return writeWorkbook([
    { name: '专家库', columns, rows: [] },
    {
      name: '填写说明',
      columns: [
        { header: '项目', width: 14 },
        { header: '说明', width: 80 },
      ],
      rows: [['填写范围', `每行一人，从第 2 行起，一次最多 ${EXPERTS_MOST} 人。红色表头为必填。`]],
    },
    {
      name: '领域',
      columns: [
        { header: '参赛领域', width: 24 },
        { header: '名称', width: 30 },
        { header: '代码', width: 12 },
      ],
      rows: fields,
    },
  ]);
}
