import { type Actor, type LocalText, SUBJECT_LABELS } from '@haishi/contracts';
import { type ColumnOf, type ListDocument, partOf, PRIVATE_LIST } from '@haishi/platform';
import type { AuditRow } from './audit.dto.js';

const COLUMNS: readonly ColumnOf<AuditRow>[] = [
  { header: { zh: '时间', en: 'Time' }, width: 19, kind: 'instant', value: ({ at }) => at },
  { header: { zh: '事项', en: 'What' }, width: 18, value: ({ label }, locale) => label[locale] },
  { header: { zh: '事项代码', en: 'Event type' }, width: 24, screenOnly: true, value: ({ type }) => type },
  { header: { zh: '操作人', en: 'Who' }, width: 14, value: ({ actorName }) => actorName },
  {
    header: { zh: '操作人类别', en: 'Kind of actor' },
    width: 12,
    screenOnly: true,
    value: ({ actorKind }) => actorKind,
  },
  { header: { zh: '操作人编号', en: 'Actor id' }, width: 38, screenOnly: true, value: ({ actorId }) => actorId },
  {
    header: { zh: '对象类别', en: 'Subject' },
    width: 12,
    value: ({ subjectType }, locale) => SUBJECT_LABELS[subjectType]?.[locale] ?? subjectType,
  },
  {
    header: { zh: '对象类别代码', en: 'Kind of subject' },
    width: 16,
    screenOnly: true,
    value: ({ subjectType }) => subjectType,
  },
  { header: { zh: '对象编号', en: 'Subject id' }, width: 38, value: ({ subjectId }) => subjectId },
  { header: { zh: '范围', en: 'Scopes' }, width: 24, screenOnly: true, value: ({ scopes }) => json(scopes) },
  { header: { zh: '内容', en: 'Content' }, width: 44, value: ({ payload }) => json(payload) },
  { header: { zh: '个人信息', en: 'Personal values' }, width: 30, value: ({ personal }) => json(personal) },
  { header: { zh: '来源地址', en: 'From address' }, width: 16, value: ({ ip }) => ip },
  { header: { zh: '请求编号', en: 'Request id' }, width: 38, screenOnly: true, value: ({ requestId }) => requestId },
];

const TITLE: LocalText = { zh: '审计日志', en: 'Audit log' };
const SUBJECT: LocalText = { zh: '全系统', en: 'The whole system' };
const NARROWED: LocalText = { zh: '按查询条件导出，不是全部记录。', en: 'Narrowed by filters: not every record.' };

/** Rows of the trail as a list in the actor's language, taken as they come; `narrowed` where they are not all. */
export function auditList({ locale, name }: Actor, rows: AsyncIterable<AuditRow>, narrowed: boolean): ListDocument {
  return {
    title: TITLE[locale],
    subject: SUBJECT[locale],
    locale,
    timeZone: 'Asia/Shanghai',
    madeAt: new Date(),
    madeBy: name,
    notes: [...(narrowed ? [NARROWED[locale]] : []), PRIVATE_LIST[locale]],
    parts: [partOf(TITLE, COLUMNS, rows, locale)],
  };
}

const json = (value: object | null) => (value === null || Object.keys(value).length === 0 ? '' : JSON.stringify(value));
