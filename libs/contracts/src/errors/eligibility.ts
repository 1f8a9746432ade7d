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
    zh: '该项目已有审查结论或已撤回，请刷新后查看。',
    en: 'This project has already been decided or withdrawn. Please reload.',
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
  'eligibility.due_too_far': {
    kind: 'invalid',
    zh: '补正期限不应超过 {days} 天。',
    en: 'The time for correction must be at most {days} days from now.',
  },
} as const satisfies ErrorCatalogue;
