import type { LocalText } from '../locale.js';

/** The degree with which an invited graduate leaves university 学历. */
export const GRADUATE_DEGREES = {
  bachelor: { zh: '本科', en: 'Bachelor' },
  master: { zh: '硕士', en: 'Master' },
  doctor: { zh: '博士', en: 'Doctor' },
} as const satisfies Record<string, LocalText>;
export type GraduateDegree = keyof typeof GRADUATE_DEGREES;

/** Where an invitation stands 邀请状态. */
export const INVITATION_STATES = {
  invited: { zh: '未回复', en: 'No answer yet' },
  accepted: { zh: '已接受', en: 'Accepted' },
  declined: { zh: '已谢绝', en: 'Declined' },
  revoked: { zh: '已撤销', en: 'Revoked' },
} as const satisfies Record<string, LocalText>;
export type InvitationState = keyof typeof INVITATION_STATES;
