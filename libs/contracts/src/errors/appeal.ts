import type { ErrorCatalogue } from './catalogue.js';

/** Why a project may not appeal (申诉) against its eligibility check, or its appeal not be decided. */
export const APPEAL_ERRORS = {
  'appeal.not_rejected': {
    kind: 'conflict',
    zh: '只有资格审查不通过的项目可以申诉。',
    en: 'Only a project that was found not eligible can be appealed for.',
  },
  'appeal.already_made': {
    kind: 'conflict',
    zh: '每个项目只能申诉一次。',
    en: 'A project can be appealed for once.',
  },
  'appeal.not_offered': {
    kind: 'conflict',
    zh: '本届赛事的资格审查结论不接受申诉。',
    en: 'This edition takes no appeals against the eligibility check.',
  },
  'appeal.deadline_passed': {
    kind: 'conflict',
    zh: '申诉期限已于 {at} 届满。',
    en: 'The time to appeal ended on {at}.',
  },
  'appeal.own_rejection': {
    kind: 'forbidden',
    zh: '该项目由您审查不通过，申诉应由其他组织者复核。',
    en: 'You rejected this project, so another organiser decides on the appeal.',
  },
  'appeal.nobody_decides': {
    kind: 'forbidden',
    zh: '该项目由您审查不通过，不能由您复核，现有其他组织者也都不能复核。系统管理员的待办中已有提示，指定另一位组织者后由其复核。',
    en: 'You rejected this project, so you cannot decide on the appeal, and no other organiser can. It stands among the tasks of the administrators: once they appoint another organiser, that person decides.',
  },
  'appeal.decided': { kind: 'conflict', zh: '该申诉已有结论。', en: 'This appeal has already been decided.' },
} as const satisfies ErrorCatalogue;
