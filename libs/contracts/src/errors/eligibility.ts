import type { ErrorCatalogue } from './catalogue.js';

/** What stands against deciding on a project’s eligibility (资格审查), its claim or its time for correction. */
export const ELIGIBILITY_ERRORS = {
  'eligibility.conflict': {
    kind: 'forbidden',
    zh: '您是该项目的成员或申报人，或与其单位有关联，应当回避，请由其他审查员处理。',
    en: 'You belong to this project, or work for its organisation, and must leave the decision to another checker.',
  },
  'eligibility.already_decided': {
    kind: 'conflict',
    zh: '该项目刚刚由他人处理，请刷新后查看。',
    en: 'Somebody else has just decided on this project. Please reload.',
  },
  'eligibility.not_handed_in': {
    kind: 'conflict',
    zh: '该项目尚未提交，不能审查。',
    en: 'This project has not been handed in, so there is nothing to check.',
  },
  'eligibility.is_accepted': {
    kind: 'conflict',
    zh: '该项目已审查通过。如系误判，可由组织者在项目页面撤回结论、重新审查。',
    en: 'This project was found eligible. If that was a mistake, an organiser can take the decision back on its page.',
  },
  'eligibility.is_returned': {
    kind: 'conflict',
    zh: '该项目已退回补正（期限 {at}），待参赛者重新提交后再审查。逾期未提交的，可延长期限或作不通过处理。',
    en: 'This project was returned for correction (until {at}) and is checked once it is handed in again. After that time you may give it longer or reject it.',
  },
  'eligibility.is_rejected': {
    kind: 'conflict',
    zh: '该项目已审查不通过。参赛者可以申诉；如系误判，可由组织者在项目页面撤回结论、重新审查。',
    en: 'This project was rejected. Its entrant may appeal; if it was a mistake, an organiser can take the decision back on its page.',
  },
  'eligibility.is_withdrawn': {
    kind: 'conflict',
    zh: '参赛者已撤回该项目，不再审查。',
    en: 'Its entrant withdrew this project; it is not checked any more.',
  },
  'eligibility.correction_runs': {
    kind: 'conflict',
    zh: '补正期限（{at}）未满，参赛者仍可提交，届满后才能作不通过处理。',
    en: 'The time for correction runs until {at}; until then its entrant may hand it in, and it cannot be rejected.',
  },
  'eligibility.not_returned': {
    kind: 'conflict',
    zh: '该项目不在补正中，没有可以延长的期限。',
    en: 'This project is not out for correction, so there is no time to prolong.',
  },
  'eligibility.no_return': {
    kind: 'conflict',
    zh: '本届赛事已结束，不能再退回补正；请作出通过或不通过的结论，或由组织者重新开放赛事。',
    en: 'This edition is closed, and nothing can be returned for a correction any more. Accept or reject it, or have an organiser open the edition again.',
  },
  'eligibility.edition_over': {
    kind: 'conflict',
    zh: '本届赛事已结束，补正期限不能再延长；已告知的期限仍然有效。',
    en: 'This edition is closed: a correction gets no more time, and the deadline that was told holds.',
  },
  'eligibility.second_entry': {
    kind: 'conflict',
    zh: '不能通过：{text} {compared}其中已有通过审查的项目；如应由本项目参赛，请先撤回该项目的结论。',
    en: 'This cannot be found eligible: {text} {compared} One of them was found eligible; to let this one take part instead, have that decision taken back first.',
  },
  'eligibility.undecided': {
    kind: 'conflict',
    zh: '该项目没有可以撤回的审查结论：只有已通过或不通过的项目可以撤回结论重审。',
    en: 'There is no decision to take back: only projects that were found eligible or rejected can be checked anew.',
  },
  'eligibility.appeal_open': {
    kind: 'conflict',
    zh: '参赛者的申诉正在等待复核，请在“申诉”中作出答复。',
    en: 'Its entrant’s appeal waits for a decision. Please decide under “Appeals”.',
  },
  'eligibility.on_notice': {
    kind: 'conflict',
    zh: '该项目已列入公示 {number}，不能撤回审查结论；如有问题，请按异议处理。',
    en: 'This project is on the public notice {number}, so its decision stands. Deal with it as an objection.',
  },
  'eligibility.in_session': {
    kind: 'conflict',
    zh: '该项目已排入路演场次（{names}），不能撤回审查结论。场次尚未开始的，请先将其移出。',
    en: 'This project is in a session ({names}), so its decision stands. Take it out of the session first where that has not begun.',
  },
  'eligibility.under_review': {
    kind: 'conflict',
    zh: '该项目已进入评审，不能撤回审查结论。',
    en: 'The review of this project has begun, so its decision stands.',
  },
  'eligibility.other_submission': {
    kind: 'conflict',
    zh: '您看到的不是最新提交的版本，请刷新后再作决定。',
    en: 'What you see is not the latest submission. Please reload before deciding.',
  },
  'eligibility.claimed': {
    kind: 'conflict',
    zh: '{name}正在审查该项目，认领到期或释放后才能由他人处理。',
    en: '{name} is checking this project; others can act on it once the claim runs out or is released.',
  },
  'eligibility.selected_twice': { kind: 'invalid', zh: '同一项目选了两次。', en: 'This project was selected twice.' },
  'eligibility.not_your_claim': {
    kind: 'forbidden',
    zh: '只有认领人或大赛组织者可以释放认领。',
    en: 'Only who claimed it or an organiser can release a claim.',
  },
  'eligibility.due_too_soon': {
    kind: 'invalid',
    zh: '补正期限应在 {hours} 小时之后。',
    en: 'The time for correction must be at least {hours} hours from now.',
  },
  'eligibility.due_not_later': {
    kind: 'invalid',
    zh: '延长后的期限应晚于现在的期限（{at}）。',
    en: 'The new time must be later than the present one ({at}).',
  },
  'eligibility.due_too_far': {
    kind: 'invalid',
    zh: '补正期限不应超过 {days} 天。',
    en: 'The time for correction must be at most {days} days from now.',
  },
} as const satisfies ErrorCatalogue;
