import type { EventCatalogue } from './catalogue.js';

/** Events of fairs, participations and positions. */
export const FAIR_EVENTS = {
  'fair.created': { zh: '导入洽谈会', en: 'Fair imported' },
  'fair.changed': { zh: '修改洽谈会', en: 'Fair changed' },
  'fair.opened': { zh: '开放洽谈会', en: 'Fair opened' },
  'fair.closed': { zh: '关闭洽谈会', en: 'Fair closed' },
  'participation.applied': { zh: '申请参会', en: 'Participation applied for' },
  'participation.changed': { zh: '修改参会申请', en: 'Participation changed' },
  'participation.resubmitted': { zh: '重新提交参会申请', en: 'Participation handed in again' },
  'participation.approved': { zh: '通过参会申请', en: 'Participation approved' },
  'participation.returned': { zh: '退回参会申请', en: 'Participation returned' },
  'participation.rejected': { zh: '不予参会', en: 'Participation rejected' },
  'participation.withdrawn': { zh: '撤回参会', en: 'Participation withdrawn' },
  'position.created': { zh: '新增岗位', en: 'Position added' },
  'position.changed': { zh: '修改岗位', en: 'Position changed' },
  'position.removed': { zh: '删除岗位', en: 'Position removed' },
  'position.submitted': { zh: '提交岗位审核', en: 'Position submitted' },
  'position.taken_back': { zh: '撤回岗位', en: 'Position taken back' },
  'position.approved': { zh: '通过岗位审核', en: 'Position approved' },
  'position.returned': { zh: '退回岗位', en: 'Position returned' },
  'position.flag_dismissed': { zh: '认定用语无歧视', en: 'Flagged wording found harmless' },
  'position_import.checked': { zh: '检查岗位表格', en: 'Position file checked' },
  'position_import.committed': { zh: '导入岗位表格', en: 'Position file taken over' },
} as const satisfies EventCatalogue;
