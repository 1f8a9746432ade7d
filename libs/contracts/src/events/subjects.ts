import type { LocalText } from '../locale.js';

/** What each kind of subject of an event is called. */
export const SUBJECT_LABELS: Readonly<Record<string, LocalText>> = {
  admission_event: { zh: '入场管理', en: 'Admission' },
  audit: { zh: '审计日志', en: 'Audit log' },
  code: { zh: '验证码', en: 'One-time code' },
  data: { zh: '全部数据', en: 'Whole data set' },
  demonstration: { zh: '演示数据', en: 'Demonstration' },
  edition: { zh: '届次', en: 'Edition' },
  fair: { zh: '洽谈会', en: 'Fair' },
  fair_invitation: { zh: '毕业生邀请', en: 'Invitation of a graduate' },
  file: { zh: '文件', en: 'File' },
  gate: { zh: '入口', en: 'Gate' },
  gate_device: { zh: '检票设备', en: 'Gate device' },
  invitation: { zh: '角色邀请', en: 'Invitation to a role' },
  invitation_import: { zh: '邀请名单导入', en: 'Import of invitations' },
  notice: { zh: '通知', en: 'Notice' },
  organisation: { zh: '单位', en: 'Organisation' },
  participation: { zh: '参会申请', en: 'Participation' },
  person: { zh: '人员', en: 'Person' },
  position: { zh: '岗位', en: 'Position' },
  position_import: { zh: '岗位导入', en: 'Import of positions' },
  project: { zh: '项目', en: 'Project' },
  review_round: { zh: '网评', en: 'Online review' },
  session: { zh: '路演场次', en: 'Roadshow session' },
  ticket: { zh: '门票', en: 'Ticket' },
  ticket_key: { zh: '门票签名密钥', en: 'Ticket key' },
};
