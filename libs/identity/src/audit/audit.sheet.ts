import { type Locale, SUBJECT_LABELS } from '@haishi/contracts';
import type { Cell } from '@haishi/platform';
import type { AuditRow } from './audit.dto.js';

/** The columns of an exported audit trail. */
export const AUDIT_HEADERS: Record<Locale, readonly string[]> = {
  zh: [
    '时间（北京）',
    '事项',
    '事项代码',
    '操作人',
    '操作人类别',
    '操作人编号',
    '对象类别',
    '对象类别代码',
    '对象编号',
    '范围',
    '内容',
    '个人信息',
    '来源地址',
    '请求编号',
  ],
  en: [
    'Time (Beijing)',
    'What',
    'Event type',
    'Who',
    'Kind of actor',
    'Actor id',
    'Subject',
    'Kind of subject',
    'Subject id',
    'Scopes',
    'Content',
    'Personal values',
    'From address',
    'Request id',
  ],
};
const BEIJING = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** A row of the trail in the order of {@link AUDIT_HEADERS}. */
export function auditCells(row: AuditRow, locale: Locale): Cell[] {
  return [
    BEIJING.format(row.at),
    row.label[locale],
    row.type,
    row.actorName,
    row.actorKind,
    row.actorId,
    SUBJECT_LABELS[row.subjectType]?.[locale] ?? row.subjectType,
    row.subjectType,
    row.subjectId,
    json(row.scopes),
    json(row.payload),
    json(row.personal),
    row.ip,
    row.requestId,
  ];
}

const json = (value: object | null) => (value === null || Object.keys(value).length === 0 ? '' : JSON.stringify(value));
