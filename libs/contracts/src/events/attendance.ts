import type { EventCatalogue } from './catalogue.js';

/** Events of admission; those of scans are rows of the ledger, which the audit reads with the rest. */
export const ATTENDANCE_EVENTS = {
  'admission_event.created': { zh: '建立入场管理', en: 'Admission set up' },
  'admission_event.changed': { zh: '修改入场管理', en: 'Admission changed' },
  'gate.created': { zh: '新增入口', en: 'Gate added' },
  'gate.changed': { zh: '修改入口', en: 'Gate changed' },
  'gate_device.registered': { zh: '登记检票设备', en: 'Gate device set up' },
  'gate_device.moved': { zh: '检票设备更换入口', en: 'Gate device moved' },
  'gate_device.revoked': { zh: '停用检票设备', en: 'Gate device switched off' },
  'ticket_key.created': { zh: '生成门票签名密钥', en: 'Ticket key made' },
  'ticket_key.rotated': { zh: '更换门票签名密钥', en: 'Ticket key rotated' },
  'ticket.issued': { zh: '发放门票', en: 'Ticket issued' },
  'ticket.restored': { zh: '恢复门票', en: 'Ticket made valid again' },
  'ticket.revoked': { zh: '作废门票', en: 'Ticket revoked' },
  'scan.accepted': { zh: '检票放行', en: 'Scan accepted' },
  'scan.refused': { zh: '检票拒绝', en: 'Scan refused' },
  'scan.ruled_again': { zh: '改判入场记录', en: 'Scans ruled again' },
} as const satisfies EventCatalogue;
