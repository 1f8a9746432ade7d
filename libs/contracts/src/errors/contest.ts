import type { ErrorCatalogue } from './catalogue.js';

/** Failures of the contest's editions, projects and eligibility check. Times in parameters are written out by the thrower. */
export const CONTEST_ERRORS = {
  'edition.file_invalid': {
    kind: 'invalid',
    zh: '赛事文件有误，未导入，请按提示修改。',
    en: 'The edition file is not valid and nothing was imported. Please correct the fields named.',
  },
  'edition.unknown_format': {
    kind: 'invalid',
    zh: '不是本系统可识别的赛事文件（应为 {format}）。',
    en: 'This is not an edition file that this system reads ({format}).',
  },
  'edition.not_an_object': { kind: 'invalid', zh: '此项应为对象。', en: 'This must be an object.' },
  'edition.code_repeated': { kind: 'invalid', zh: '代码“{code}”重复。', en: 'The code “{code}” is used twice.' },
  'edition.code_taken': {
    kind: 'invalid',
    zh: '已有代码为“{code}”的赛事，请换一个代码。',
    en: 'There already is an edition with the code “{code}”. Please choose another.',
  },
  'edition.code_unknown': { kind: 'invalid', zh: '本文件中没有代码“{code}”。', en: 'This file has no “{code}”.' },
  'edition.unknown_time_zone': {
    kind: 'invalid',
    zh: '不认识时区“{zone}”，应为 IANA 名称，如 Asia/Shanghai。',
    en: 'The time zone “{zone}” is not known; use an IANA name such as Asia/Shanghai.',
  },
  'edition.bad_date': {
    kind: 'invalid',
    zh: '应为带时区的日期时间（如 2026-12-31T17:30:00+08:00），或相对首日的天数与时间。',
    en: 'Write a date and time with its zone (2026-12-31T17:30:00+08:00), or a day counted from the first day with a time.',
  },
  'edition.closes_before_opens': {
    kind: 'invalid',
    zh: '结束时间应晚于开始时间。',
    en: 'The end must be later than the beginning.',
  },
  'edition.stage_before_previous': {
    kind: 'invalid',
    zh: '不应早于前一阶段“{stage}”的相应时间。',
    en: 'This must not be earlier than the same date of the stage before, “{stageEn}”.',
  },
  'edition.min_judges': {
    kind: 'invalid',
    zh: '评委人数（{judges}）不应少于有效评分数（{minValid}）。',
    en: 'There must be at least as many judges ({judges}) as valid scores demanded ({minValid}).',
  },
  'edition.advance_by': {
    kind: 'invalid',
    zh: '晋级名额应按赛区、领域分配，或二者同时。',
    en: 'Places are shared out by region, by division, or by both.',
  },
  'edition.size_limit': {
    kind: 'invalid',
    zh: '材料文件大小上限应在 1 字节与 {max} 字节之间。',
    en: 'The size limit of a material must lie between 1 and {max} bytes.',
  },
  'edition.count_limits': {
    kind: 'invalid',
    zh: '最多份数不应少于最少份数。',
    en: 'The greatest number must not be less than the smallest.',
  },
  'edition.range_limits': {
    kind: 'invalid',
    zh: '上限不应小于下限。',
    en: 'The upper end must not lie below the lower one.',
  },
  'edition.number_limit': {
    kind: 'invalid',
    zh: '应为不超过 11 位整数、最多 {decimals} 位小数的数字。',
    en: 'This must be a number of at most 11 digits and {decimals} decimals.',
  },
  'edition.bad_day': {
    kind: 'invalid',
    zh: '应为实际存在的日期，如 2026-11-24。',
    en: 'Write a day of the calendar, such as 2026-11-24.',
  },
  'edition.rule_question_kind': {
    kind: 'invalid',
    zh: '所引用的问题类型不对，应为：{kinds}。',
    en: 'The question it reads must be of the kind {kinds}.',
  },
  'edition.rule_not_asked': {
    kind: 'invalid',
    zh: '该问题没有问到本规则适用的所有组别。',
    en: 'This question is not asked of every group that the rule holds for.',
  },
  'edition.rule_needs': { kind: 'invalid', zh: '至少需要其中一项：{names}。', en: 'Give at least one of {names}.' },
  'edition.rule_needs_one': {
    kind: 'invalid',
    zh: '应恰好给出其中一项：{names}。',
    en: 'Give exactly one of {names}.',
  },
  'edition.rule_percent': {
    kind: 'invalid',
    zh: '应为大于 0、不超过 100、最多两位小数的百分比。',
    en: 'This must be a percentage above 0 and up to 100 with at most two decimals.',
  },
  'edition.no_submission_stage': {
    kind: 'invalid',
    zh: '赛事应当恰有一个报名阶段（submission）。',
    en: 'An edition has exactly one stage of the kind submission.',
  },
  'edition.not_ready': {
    kind: 'conflict',
    zh: '还不能开放报名，请先处理所列问题。',
    en: 'Registration cannot be opened yet. Please deal with what is listed first.',
  },
  'edition.date_missing': {
    kind: 'invalid',
    zh: '“{stage}”还没有设定此时间。',
    en: '“{stageEn}” has no date here yet.',
  },
  'edition.date_past': {
    kind: 'invalid',
    zh: '“{stage}”的这个时间已经过去。',
    en: 'This date of “{stageEn}” has passed.',
  },
  'edition.stage_closed': {
    kind: 'conflict',
    zh: '该阶段已结束，不能再改时间。',
    en: 'This stage is closed; its dates can no longer be changed.',
  },
  'edition.action_not_allowed': {
    kind: 'conflict',
    zh: '赛事或阶段当前的状态不能进行此操作，请刷新后查看。',
    en: 'The edition or stage is in a state that does not allow this. Please reload.',
  },
  'edition.waiting_projects': {
    kind: 'invalid',
    zh: '还有 {count} 个项目等待资格审查。',
    en: '{count} projects still wait for the eligibility check.',
  },

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
    zh: '项目当前的状态不能进行此操作，请刷新后查看。',
    en: 'The project is in a state that does not allow this. Please reload.',
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
    en: 'Condition of entry not met: {textEn} {comparedEn}',
  },
  'project.unknown_question': {
    kind: 'invalid',
    zh: '本届赛事没有代码为“{code}”的问题。',
    en: 'This edition asks no question with the code “{code}”.',
  },
  'project.answer_missing': {
    kind: 'invalid',
    zh: '请填写“{name}”。',
    en: 'Please answer: {nameEn}.',
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
    en: 'Please upload: {nameEn} (at least {min}, there are {count}).',
  },
  'project.material_full': {
    kind: 'conflict',
    zh: '{name}最多 {max} 份，请先删除一份。',
    en: '{nameEn}: at most {max}. Please remove one first.',
  },
  'project.undertaking_needed': {
    kind: 'invalid',
    zh: '请阅读并确认参赛承诺。',
    en: 'Please read and confirm the undertaking.',
  },

  'eligibility.conflict': {
    kind: 'forbidden',
    zh: '您是该项目的成员或申报人，应当回避，请由其他审查员处理。',
    en: 'You belong to this project and must leave the decision to another checker.',
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
  'appeal.decided': { kind: 'conflict', zh: '该申诉已有结论。', en: 'This appeal has already been decided.' },
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
