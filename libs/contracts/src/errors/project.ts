import type { ErrorCatalogue } from './catalogue.js';

/** Why a project may not be entered, filled in or submitted. Times in parameters are written out by the thrower. */
export const PROJECT_ERRORS = {
  'project.registration_not_open': {
    kind: 'conflict',
    zh: '本届赛事目前不在报名期。',
    en: 'Registration for this edition is not open at present.',
  },
  'project.registration_not_yet_open': {
    kind: 'conflict',
    zh: '报名将于 {at} 开始。',
    en: 'Registration begins on {at}.',
  },
  'project.deadline_passed': {
    kind: 'conflict',
    zh: '报名已于 {at} 截止，不能再提交。填写的内容仍然保留。',
    en: 'Registration closed on {at}, so this can no longer be submitted. What you filled in is kept.',
  },
  'project.correction_deadline_passed': {
    kind: 'conflict',
    zh: '补正期限已于 {at} 届满，不能再提交。填写的内容仍然保留。',
    en: 'The time for correction ended on {at}, so this can no longer be submitted. What you filled in is kept.',
  },
  'project.late_deadline_passed': {
    kind: 'conflict',
    zh: '补交期限已于 {at} 届满，不能再提交。填写的内容仍然保留。',
    en: 'The time for handing in late ended on {at}, so this can no longer be submitted. What you filled in is kept.',
  },
  'project.not_editable': {
    kind: 'conflict',
    zh: '项目提交后不能修改，除非被退回补正。',
    en: 'A submitted project cannot be changed unless it is returned for correction.',
  },
  'project.action_not_allowed': {
    kind: 'conflict',
    zh: '项目目前为“{state}”，不能进行此操作，请刷新后查看。',
    en: 'The project stands at “{state}”, which does not allow this. Please reload.',
  },
  'project.awarded': {
    kind: 'conflict',
    zh: '项目已列入获奖公示，不能自行撤回。如放弃奖项，请联系组委会。',
    en: 'A public notice of awards lists the project, so it cannot be withdrawn here. To give the award up, please write to the organisers.',
  },
  'project.recused': {
    kind: 'forbidden',
    zh: '您已回避该项目，或与其有利害关系（负责人、成员或所属单位），其内容对您关闭，无论您另有何种身份。需要处理时，请交由其他工作人员。',
    en: 'You are recused from this project, or have a tie to it (its lead, its team or its organisation), so it is closed to you whatever else you do in the contest. Please leave it to somebody else of the staff.',
  },
  'project_recusal.not_staff': {
    kind: 'invalid',
    zh: '该人员不是可以查看此项目的工作人员。',
    en: 'This person is not of the staff who may read the project.',
  },
  'project_recusal.already': {
    kind: 'conflict',
    zh: '该人员已回避此项目，或与其有利害关系，项目已对其关闭。',
    en: 'The project is closed to this person already, by a recusal or a tie.',
  },
  'project_recusal.not_dismissible': {
    kind: 'conflict',
    zh: '没有可以在此撤销的回避：项目负责人和成员不能撤销；评审中登记的回避在评审页面解除。',
    en: 'There is no recusal to be dismissed here: the lead and members of a project stay out of it, and recusals of a review are lifted there.',
  },
  'project.no_such_submission': {
    kind: 'invalid',
    zh: '该项目没有这一次提交，或先后次序不对。',
    en: 'The project has no such submission, or the two are not in order.',
  },
  'project.too_many_drafts': {
    kind: 'conflict',
    zh: '您在本届赛事中的草稿已达 {max} 个，请先提交或撤回一些。',
    en: 'You already have {max} drafts in this edition. Please submit or withdraw some first.',
  },
  'project.incomplete': {
    kind: 'invalid',
    zh: '还不能提交：有 {count} 处需要补充或修改。',
    en: 'This cannot be submitted yet: {count} places need attention.',
  },
  'project.not_in_edition': { kind: 'invalid', zh: '本届赛事没有这个选项。', en: 'This edition has no such choice.' },
  'project.field_of_other_division': {
    kind: 'invalid',
    zh: '该细分方向不属于所选领域。',
    en: 'This sub-field does not belong to the division chosen.',
  },
  'project.not_eligible': {
    kind: 'invalid',
    zh: '不能提交：有 {count} 项参赛条件不符合。',
    en: 'This cannot be submitted: conditions of entry that are not met: {count}.',
  },
  'project.rule_not_met': {
    kind: 'invalid',
    zh: '不符合参赛条件：{text} {compared}',
    en: 'Condition of entry not met: {text} {compared}',
  },
  'project.rule_needs_answer': {
    kind: 'invalid',
    zh: '请填写“{name}”，按它核对参赛条件：{text}',
    en: 'Please answer “{name}”, which a condition of entry is held against: {text}',
  },
  'project.rule_needs_share': {
    kind: 'invalid',
    zh: '请填写第 {number} 名成员的持股或份额（没有填 0），按它核对参赛条件：{text}',
    en: 'Please give the share of member {number} (0 for none), which a condition of entry is held against: {text}',
  },
  'project.rule_needs_core': {
    kind: 'invalid',
    zh: '请标明核心成员并填写其持股或份额，按它核对参赛条件：{text}',
    en: 'Please say who are core members and give their shares, which a condition of entry is held against: {text}',
  },
  'project.unknown_question': {
    kind: 'invalid',
    zh: '本届赛事没有代码为“{code}”的问题。',
    en: 'This edition asks no question with the code “{code}”.',
  },
  'project.answer_missing': {
    kind: 'invalid',
    zh: '请填写“{name}”。',
    en: 'Please answer: {name}.',
  },
  'project.answer_decimals': {
    kind: 'invalid',
    zh: '应为不超过 11 位整数、最多 {decimals} 位小数的数字。',
    en: 'This must be a number of at most 11 digits and {decimals} decimals.',
  },
  'project.answer_too_small': { kind: 'invalid', zh: '不应小于 {min}。', en: 'This must be at least {min}.' },
  'project.answer_too_large': { kind: 'invalid', zh: '不应大于 {max}。', en: 'This must be at most {max}.' },
  'project.answer_not_a_day': {
    kind: 'invalid',
    zh: '应为实际存在的日期，如 2026-11-24。',
    en: 'This must be a day of the calendar, such as 2026-11-24.',
  },
  'project.answer_too_early': { kind: 'invalid', zh: '不应早于 {min}。', en: 'This must not be before {min}.' },
  'project.answer_too_late': { kind: 'invalid', zh: '不应晚于 {max}。', en: 'This must not be after {max}.' },
  'project.unknown_county': {
    kind: 'invalid',
    zh: '没有代码为“{code}”的县（市、区）。',
    en: 'There is no county with the code “{code}”.',
  },
  'project.unknown_country': {
    kind: 'invalid',
    zh: '“{value}”不是国家或地区代码，应为 ISO 3166-1 的两位字母代码，如 DE、GB、HK。',
    en: '“{value}” is no code of a country or region; two letters of ISO 3166-1 are expected, such as DE, GB, HK.',
  },
  'project.bad_credit_code': {
    kind: 'invalid',
    zh: '统一社会信用代码有误：应为 18 位，并通过校验。',
    en: 'The unified social credit code is wrong: it has 18 characters and a check digit that must fit.',
  },
  'project.too_few_core': {
    kind: 'invalid',
    zh: '本组别至少需要 {min} 名核心成员，现有 {count} 名。',
    en: 'This group needs at least {min} core members; there are {count}.',
  },
  'project.shares_over': {
    kind: 'invalid',
    zh: '各成员份额合计 {total}%，不应超过 100%。',
    en: 'The shares add up to {total} %, which is more than 100 %.',
  },
  'project.member_repeated': {
    kind: 'invalid',
    zh: '该邮箱已填给另一位成员。',
    en: 'This mail address is already given for another member.',
  },
  'project.bad_mail': { kind: 'invalid', zh: '邮箱格式不对。', en: 'This is not a mail address.' },
  'project.material_missing': {
    kind: 'invalid',
    zh: '请上传{name}（至少 {min} 份，现有 {count} 份）。',
    en: 'Please upload: {name} (at least {min}, there are {count}).',
  },
  'project.material_full': {
    kind: 'conflict',
    zh: '{name}最多 {max} 份，请先删除一份。',
    en: '{name}: at most {max}. Please remove one first.',
  },
  'project.undertaking_changed': {
    kind: 'invalid',
    zh: '承诺书在您确认之后改动过，请重新阅读并确认。',
    en: 'The undertaking was changed after you confirmed it. Please read and confirm it again.',
  },
  'project.undertaking_needed': {
    kind: 'invalid',
    zh: '请阅读并确认参赛承诺。',
    en: 'Please read and confirm the undertaking.',
  },
} as const satisfies ErrorCatalogue;
