import type { Locale, LocalText } from '@haishi/contracts';

/** What every list says, whatever is on it. */
export const LIST_WORDS = {
  zh: {
    about: '说明',
    subject: '所属',
    madeAt: '制表时间',
    madeBy: '制表人',
    notes: '备注',
    none: '没有内容',
    made: (at: string, zone: string, by: string) => `制表时间：${at}（${zone}）　制表人：${by}`,
    rows: (count: number) => `共 ${count.toLocaleString('zh-CN')} 行`,
    leftOut: (columns: string) => `限于纸面，以下各列未列出，请见表格文件：${columns}。`,
    page: (number: number) => `第 ${number} 页，共 `,
    pages: (count: number) => `${count} 页`,
    comma: '、',
  },
  en: {
    about: 'About',
    subject: 'Of',
    madeAt: 'Made at',
    madeBy: 'Made by',
    notes: 'Notes',
    none: 'Nothing to list',
    made: (at: string, zone: string, by: string) => `Made at ${at} (${zone}) by ${by}`,
    rows: (count: number) => `${count.toLocaleString('en-GB')} rows`,
    leftOut: (columns: string) => `No room on paper for these columns; find them in the spreadsheet: ${columns}.`,
    page: (number: number) => `Page ${number} of `,
    pages: (count: number) => String(count),
    comma: ', ',
  },
} as const satisfies Record<Locale, unknown>;

/** A note for lists that name persons; each of their exports is on record. */
export const PRIVATE_LIST: LocalText = {
  zh: '含个人信息，请按规定保管，不得外传。导出已记录。',
  en: 'Holds personal data: keep it as the rules ask, and pass it on to nobody. This export is on record.',
};

/** What a time zone is called: by its city, but for China's. */
export function nameOfZone(timeZone: string, locale: Locale): string {
  if (timeZone !== 'Asia/Shanghai') return timeZone;
  return locale === 'zh' ? '北京时间' : 'Beijing time';
}
