import type { ErrorCatalogue } from './catalogue.js';

export const LATE_CODE_ERRORS = {
  'late_code.unknown': {
    kind: 'invalid',
    zh: '本届赛事没有这个补交码，请核对后重新输入。',
    en: 'This edition has no such late code. Please compare it with what you were sent.',
  },
  'late_code.expired': {
    kind: 'conflict',
    zh: '这个补交码已过有效期，请联系组委会。',
    en: 'This late code has expired. Please turn to the organisers.',
  },
  'late_code.used_up': {
    kind: 'conflict',
    zh: '这个补交码的使用次数已用完，请联系组委会。',
    en: 'Every use of this late code is taken. Please turn to the organisers.',
  },
  'late_code.revoked': {
    kind: 'conflict',
    zh: '这个补交码已被撤销。',
    en: 'This late code was revoked.',
  },
  'late_code.already_used': {
    kind: 'conflict',
    zh: '该项目已用过这个补交码，或已可提交到同样晚的时间，不必再用。',
    en: 'This project has used this code already, or may be handed in as late anyway.',
  },
  'late_code.expiry_past': {
    kind: 'invalid',
    zh: '有效期应晚于现在。',
    en: 'The expiry must be later than now.',
  },
  'late_code.expiry_too_far': {
    kind: 'invalid',
    zh: '有效期不应超过 {days} 天。',
    en: 'The expiry must be at most {days} days from now.',
  },
} as const satisfies ErrorCatalogue;
