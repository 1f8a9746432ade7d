import { GRADUATE_DEGREES } from '@haishi/contracts';
import { type SheetColumn, writeWorkbook } from '@haishi/platform';
import { UNIVERSITIES } from '@haishi/reference';
import { GUEST_COLUMNS, type GuestColumn, GUESTS_MOST } from './guest-row.rules.js';

const CHOICES: Partial<Record<GuestColumn, readonly string[]>> = {
  university: UNIVERSITIES.map(({ zh }) => zh),
  degree: Object.values(GRADUATE_DEGREES).map(({ zh }) => zh),
};
const WIDTHS: Partial<Record<GuestColumn, number>> = { mail: 30, university: 28, major: 26 };
const HINTS: Partial<Record<GuestColumn, string>> = {
  mail: '邀请链接发到此邮箱，一人一个。',
  phone: '11 位手机号，或以 + 开头的国际号码。',
};

const NOTES: readonly (readonly [string, string])[] = [
  ['填写范围', `每行一人，从第 2 行起，一次最多 ${GUESTS_MOST} 人。红色表头为必填。`],
  ['毕业院校', '须在双一流高校名单中，可写全称或通用简称，如“北京大学”“北大”。'],
  ['重复', '同一届洽谈会中，每个电子邮箱只能受邀一次。'],
  ['名额', '院校设有名额时，超出名额的行不能导入。'],
];

/** The template of a list of graduates 邀请名单, with drop-downs and a sheet of notes. */
export function invitationTemplate(): Promise<Buffer> {
  const columns = GUEST_COLUMNS.map(({ key, header, required }): SheetColumn => {
    const choices = CHOICES[key];
    const hint = HINTS[key];
    return {
      header,
      required,
      width: WIDTHS[key] ?? 16,
      ...(choices ? { choices } : {}),
      ...(hint ? { hint } : {}),
    };
  });
  return writeWorkbook([
    { name: '邀请名单', columns, rows: [] },
    {
      name: '填写说明',
      columns: [
        { header: '项目', width: 14 },
        { header: '说明', width: 80 },
      ],
      rows: NOTES,
    },
  ]);
}
