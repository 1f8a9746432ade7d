import { type SheetColumn, writeWorkbook } from '@haishi/platform';
import type { EditionDefinition } from '../edition/edition.definition.js';
import {
  CHANNEL_WORDS,
  COLLECTED_COLUMNS,
  COLLECTED_MOST,
  type CollectedColumn,
  REFERRAL_CHANNELS,
} from './collected-row.rules.js';

const WIDTHS: Partial<Record<CollectedColumn, number>> = {
  title: 36,
  summary: 48,
  organisationName: 30,
  leaderMail: 30,
};
const HINTS: Partial<Record<CollectedColumn, string>> = {
  organisationCountry: '两位国家或地区代码，空白为 CN。',
  leaderMail: '认领通知发到此邮箱；负责人以此邮箱登录后认领。',
  referrer: '推荐渠道为县市区时，填县市区名称。',
};

/** The template of a list of collected projects 征集项目, with drop-downs. */
export function collectedTemplate({ divisions, regions, groups }: EditionDefinition): Promise<Buffer> {
  const choices: Partial<Record<CollectedColumn, readonly string[]>> = {
    division: divisions.map(({ name }) => name.zh),
    region: regions.map(({ name }) => name.zh),
    groupCode: groups.map(({ name }) => name.zh),
    channel: REFERRAL_CHANNELS.map((code) => CHANNEL_WORDS[code].zh),
  };
  const columns = COLLECTED_COLUMNS.map(({ key, header, required }): SheetColumn => {
    const [own, hint] = [choices[key], HINTS[key]];
    return {
      header,
      required,
      width: WIDTHS[key] ?? 16,
      ...(own ? { choices: own } : {}),
      ...(hint ? { hint } : {}),
    };
  });
  return writeWorkbook([
    { name: '征集项目', columns, rows: [] },
    {
      name: '填写说明',
      columns: [
        { header: '项目', width: 14 },
        { header: '说明', width: 80 },
      ],
      rows: [
        ['填写范围', `每行一个项目，从第 2 行起，一次最多 ${COLLECTED_MOST} 个。红色表头为必填。`],
        ['认领', '导入后系统通知负责人；负责人登录认领后成为草稿，由其补充并提交。'],
      ],
    },
  ]);
}
