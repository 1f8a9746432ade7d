import type { ErrorCatalogue } from './catalogue.js';

export const TRANSFER_ERRORS = {
  'transfer.unknown_person': {
    kind: 'invalid',
    zh: '该邮箱没有注册账号，也不是本项目核心成员的邮箱。',
    en: 'This mail address belongs neither to an account nor to a core member of the project.',
  },
  'transfer.to_oneself': { kind: 'invalid', zh: '该项目已经由您负责。', en: 'The project is yours already.' },
  'transfer.offered_already': {
    kind: 'conflict',
    zh: '已请另一人接手，正在等待答复。如要改请他人，请先取消。',
    en: 'The project is offered to somebody already. Take that offer back before you make another.',
  },
  'transfer.over': {
    kind: 'conflict',
    zh: '这份邀请已失效：已答复、已取消或已过期。',
    en: 'This offer no longer stands: it was answered, taken back, or has expired.',
  },
  'transfer.judged_it': {
    kind: 'conflict',
    zh: '您审查过该项目，或是其评审组的评委，不能接手。',
    en: 'You have checked this project or sit on a panel that judges it, and so cannot take it over.',
  },
} as const satisfies ErrorCatalogue;
