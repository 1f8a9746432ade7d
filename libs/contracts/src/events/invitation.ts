import type { EventCatalogue } from './catalogue.js';

/** Events of inviting graduates to a fair. */
export const INVITATION_EVENTS = {
  'invitation_quota.set': { zh: '设置邀请名额', en: 'Invitation quotas set' },
  'invitation_import.checked': { zh: '检查邀请名单', en: 'Invitation list checked' },
  'invitation_import.committed': { zh: '导入邀请名单', en: 'Invitation list taken over' },
  'fair_invitation.sending': { zh: '批量发送邀请', en: 'Sending of invitations begun' },
  'fair_invitation.sent': { zh: '发送邀请', en: 'Invitation sent' },
  'fair_invitation.accepted': { zh: '接受邀请', en: 'Invitation accepted' },
  'fair_invitation.declined': { zh: '谢绝邀请', en: 'Invitation declined' },
  'fair_invitation.revoked': { zh: '撤销邀请', en: 'Invitation revoked' },
} as const satisfies EventCatalogue;
