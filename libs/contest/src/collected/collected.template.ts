import type { Locale, LocalText } from '@haishi/contracts';
import { type SheetColumn, writeWorkbook } from '@haishi/platform';
import type { EditionDefinition } from '../edition/edition.definition.js';
import {
  CHANNEL_WORDS,
  COLLECTED_COLUMNS,
  COLLECTED_MOST,
  type CollectedColumn,
  REFERRAL_CHANNELS,
} from './collected-row.rules.js';

/** What the file of the template is called. */
export const COLLECTED_TEMPLATE_NAME: LocalText = { zh: '征集项目.xlsx', en: 'collected-projects.xlsx' };

const WIDTHS: Partial<Record<CollectedColumn, number>> = {
  title: 36,
  summary: 48,
  organisationName: 30,
  leaderMail: 30,
};
const HINTS: Partial<Record<CollectedColumn, LocalText>> = {
  organisationCountry: {
    zh: '两位国家或地区代码，空白为 CN。',
    en: 'Two letters for a country or region; CN where it is empty.',
  },
  leaderMail: {
    zh: '认领通知发到此邮箱；负责人以此邮箱登录后认领。',
    en: 'The lead is told here, and claims the project signed in with this address.',
  },
  referrer: {
    zh: '推荐渠道为县市区时，填县市区名称。',
    en: 'Where the channel is a county, the name of the county.',
  },
};
const WORDS = {
  zh: {
    sheet: '征集项目',
    notes: '填写说明',
    headers: ['项目', '说明'],
    rows: [
      ['填写范围', `每行一个项目，从第 2 行起，一次最多 ${COLLECTED_MOST} 个。红色表头为必填。`],
      ['认领', '导入后系统通知负责人；负责人登录认领后成为草稿，由其补充并提交。'],
    ],
  },
  en: {
    sheet: 'Collected projects',
    notes: 'How to fill it in',
    headers: ['What', 'How'],
    rows: [
      [
        'Rows',
        `One project a row, from row 2 on, at most ${COLLECTED_MOST} at once. Columns with a red header are needed.`,
      ],
      ['Claiming', 'Once the list is imported each lead is told, claims the project and goes on with it as a draft.'],
    ],
  },
} as const;

/** The template of a list of collected projects 征集项目 in its reader's language, with drop-downs. */
export function collectedTemplate({ divisions, regions, groups }: EditionDefinition, locale: Locale): Promise<Buffer> {
  const namesOf = (list: readonly { name: LocalText }[]) => list.map(({ name }) => name[locale] || name.zh);
  const choices: Partial<Record<CollectedColumn, readonly string[]>> = {
    division: namesOf(divisions),
    region: namesOf(regions),
    groupCode: namesOf(groups),
    channel: REFERRAL_CHANNELS.map((code) => CHANNEL_WORDS[code][locale]),
  };
  const columns = COLLECTED_COLUMNS.map(({ key, header, required }): SheetColumn => {
    const [own, hint] = [choices[key], HINTS[key]];
    return {
      header: header[locale],
      required,
      width: WIDTHS[key] ?? 16,
      ...(own ? { choices: own } : {}),
      ...(hint ? { hint: hint[locale] } : {}),
    };
  });
  const { sheet, notes, headers, rows } = WORDS[locale];
  return writeWorkbook([
    { name: sheet, columns, rows: [] },
    {
      name: notes,
      columns: [
        { header: headers[0], width: 14 },
        { header: headers[1], width: 80 },
      ],
      rows,
    },
  ]);
}
