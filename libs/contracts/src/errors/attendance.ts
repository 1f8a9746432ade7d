import type { ErrorCatalogue } from './catalogue.js';

export const ATTENDANCE_ERRORS = {
  'attendance.device_unknown': {
    kind: 'unauthenticated',
    zh: '本检票设备未登记或已停用，请重新选择入口。',
    en: 'This device is not registered or was switched off. Please choose a gate again.',
  },
  'attendance.wrong_event': {
    kind: 'forbidden',
    zh: '本设备登记在另一场活动，不能用于此入口。',
    en: 'This device is registered for another event and cannot serve this gate.',
  },
  'attendance.scan_id_taken': {
    kind: 'conflict',
    zh: '该扫描编号已被另一台设备使用。',
    en: 'This scan id was already used by another device.',
  },
  'attendance.scan_id_repeated': {
    kind: 'invalid',
    zh: '同一批中扫描编号重复。',
    en: 'A scan id occurs twice in this batch.',
  },
  'attendance.nothing_presented': {
    kind: 'invalid',
    zh: '请提供二维码内容或票号，二者择一。',
    en: 'Give either the content of the QR code or the ticket number.',
  },
  'attendance.hours_reversed': {
    kind: 'invalid',
    zh: '结束时间须晚于开始时间。',
    en: 'The end must lie after the start.',
  },
  'attendance.gate_name_taken': {
    kind: 'conflict',
    zh: '已有同名入口。',
    en: 'There is a gate of this name already.',
  },
  'attendance.gates_exhausted': {
    kind: 'conflict',
    zh: '一场活动最多 {max} 个入口。',
    en: 'An event has at most {max} gates.',
  },
  'attendance.event_closed': {
    kind: 'conflict',
    zh: '活动已结束，不能再进行此操作。',
    en: 'The event is closed; this is no longer possible.',
  },
  'attendance.ticket_revoked': {
    kind: 'gone',
    zh: '此票已作废，请联系主办方。',
    en: 'This ticket was revoked. Please contact the organisers.',
  },
} as const satisfies ErrorCatalogue;
