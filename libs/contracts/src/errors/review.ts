import type { ErrorCatalogue } from './catalogue.js';

/** What can be wrong with one score; pages say it beside the field, before the server is asked. */
export const SCORE_ERRORS = {
  'review.score_missing': { kind: 'invalid', zh: '请为此项打分。', en: 'Please score this criterion.' },
  'review.score_not_a_number': { kind: 'invalid', zh: '分数应为数字。', en: 'The score must be a number.' },
  'review.score_too_fine': {
    kind: 'invalid',
    zh: '分数最多精确到百分之一分。',
    en: 'A score has at most two decimals.',
  },
  'review.score_out_of_range': {
    kind: 'invalid',
    zh: '分数应在 0 与 {max} 之间。',
    en: 'The score must lie between 0 and {max}.',
  },
  'review.score_off_step': {
    kind: 'invalid',
    zh: '分数应为 {step} 分的整数倍。',
    en: 'The score must be a multiple of {step}.',
  },
} as const satisfies ErrorCatalogue;

/** Failures of the review engine. Points in parameters are written as a person writes them (`27.5`). */
export const REVIEW_ERRORS = {
  'review.panel_scored': {
    kind: 'conflict',
    zh: '已有评委评分，评分表和计分方式不能再改。',
    en: 'Judges have scored; the rubric and how sheets are counted can no longer be changed.',
  },
  'review.panel_confirmed': {
    kind: 'conflict',
    zh: '成绩已经确认，不能再改动。',
    en: 'The results are confirmed and can no longer be changed.',
  },
  'review.panel_not_confirmed': {
    kind: 'conflict',
    zh: '成绩还没有确认。',
    en: 'The results are not confirmed.',
  },
  'review.points_invalid': {
    kind: 'invalid',
    zh: '应为大于 0、精确到百分之一分的分值。',
    en: 'This must be a number of points above 0, in hundredths.',
  },
  'review.rubric_empty': {
    kind: 'invalid',
    zh: '评分表至少要有一个评分项。',
    en: 'A rubric needs at least one criterion.',
  },
  'review.rubric_invalid': {
    kind: 'invalid',
    zh: '评分表有误，请按提示修改。',
    en: 'The rubric is not valid. Please correct the fields named.',
  },
  'review.rubric_sum': {
    kind: 'invalid',
    zh: '各评分项合计 {sum} 分，应为 {outOf} 分。',
    en: 'The criteria add up to {sum} points; they must add up to {outOf}.',
  },
  'review.criterion_repeated': {
    kind: 'invalid',
    zh: '评分项代码“{code}”重复。',
    en: 'The criterion code “{code}” is used twice.',
  },
  'review.criterion_unknown': {
    kind: 'invalid',
    zh: '评分表中没有评分项“{code}”。',
    en: 'The rubric has no criterion “{code}”.',
  },
  'review.step_not_dividing': {
    kind: 'invalid',
    zh: '满分 {max} 分不是步长 {step} 分的整数倍。',
    en: 'The maximum of {max} is not a multiple of the step of {step}.',
  },
  'review.weight_inexact': {
    kind: 'invalid',
    zh: '权重 {weight} 分无法按步长精确折算到百分之一分。',
    en: 'A weight of {weight} does not convert every step into whole hundredths.',
  },
  'review.aggregation_invalid': {
    kind: 'invalid',
    zh: '计分办法有误，请按提示修改。',
    en: 'The way of counting is not valid. Please correct the fields named.',
  },
  'review.min_valid_too_small': {
    kind: 'invalid',
    zh: '有效评分数应多于去掉的 {dropped} 个。',
    en: 'More valid scores must be demanded than the {dropped} that are struck.',
  },
  'review.sheet_invalid': {
    kind: 'invalid',
    zh: '评分单有误，未保存，请按提示修改。',
    en: 'The score sheet is not valid and was not stored. Please correct the fields named.',
  },
  ...SCORE_ERRORS,
  'review.comment_required': { kind: 'invalid', zh: '请填写评语。', en: 'Please write a comment.' },
  'review.not_on_panel': {
    kind: 'forbidden',
    zh: '您不是本场评委，不能评分。',
    en: 'You are not a judge on this panel and cannot score.',
  },
  'review.not_assigned': {
    kind: 'forbidden',
    zh: '此项目没有分配给您。',
    en: 'You were not given this entry.',
  },
  'review.declare_first': {
    kind: 'conflict',
    zh: '请先声明与此项目有无利害关系。',
    en: 'Please declare first whether you have a tie to this entry.',
  },
  'review.already_assigned': {
    kind: 'conflict',
    zh: '该评委已在评审此项目。',
    en: 'The judge already has this entry.',
  },
  'review.pair_has_sheet': {
    kind: 'conflict',
    zh: '该评委已提交评分，不能撤回。如须不计，请为其登记回避。',
    en: 'The judge has handed a sheet in. Record a recusal where it is not to count.',
  },
  'review.assignment_running': {
    kind: 'conflict',
    zh: '正在分配，请等待完成或先取消。',
    en: 'An assignment is being worked out. Please wait for it or cancel it.',
  },
  'review.assignment_not_running': {
    kind: 'conflict',
    zh: '该次分配已经结束。',
    en: 'This assignment has already ended.',
  },
  'review.assignment_not_found': {
    kind: 'conflict',
    zh: '该次分配没有可采用的结果，或已经采用。',
    en: 'This assignment has no result to apply, or it was applied already.',
  },
  'review.assignment_faulty': {
    kind: 'invalid',
    zh: '分配的条件自相矛盾：指定的评委须回避，或超出人数。',
    en: 'The conditions contradict each other: a judge given by hand is recused, or there are too many.',
  },
  'review.recused': {
    kind: 'forbidden',
    zh: '您已回避此项目，不能评分。',
    en: 'You are recused from this entry and cannot score it.',
  },
  'review.scoring_closed': {
    kind: 'conflict',
    zh: '此项目现在不接受评分。',
    en: 'This entry is not open for scoring now.',
  },
  'review.draft_outdated': {
    kind: 'conflict',
    zh: '这份草稿写在较早一次提交的评分之上，没有保存；服务器上的评分以最近一次提交为准。',
    en: 'This draft goes on from an earlier submission and was not kept; the sheet stands as it was last submitted.',
  },
  'review.past_due': {
    kind: 'conflict',
    zh: '评审截止时间已过，本轮不再接受评分。如有特殊情况，请联系组织者。',
    en: 'The review was due before now and takes no more sheets. Please contact its organisers if there is a reason.',
  },
  'review.sheet_changed': {
    kind: 'conflict',
    zh: '服务器上已有您的另一份评分（第 {revision} 次提交），请核对后再提交。',
    en: 'The server already holds another sheet of yours (submission {revision}). Please compare and submit again.',
  },
  'review.sheet_missing': {
    kind: 'conflict',
    zh: '该评委尚未提交评分，无需重开。',
    en: 'This judge has not submitted a sheet, so there is nothing to reopen.',
  },
  'review.sheet_already_open': {
    kind: 'conflict',
    zh: '该评分单已经重开，正等待评委重新提交。',
    en: 'This sheet is already open again and waits for the judge.',
  },
  'review.sheet_struck': {
    kind: 'conflict',
    zh: '该评分单已判为无效。',
    en: 'This sheet was declared invalid.',
  },
  'review.sheet_not_struck': {
    kind: 'conflict',
    zh: '该评分单没有判为无效。',
    en: 'This sheet was not declared invalid.',
  },
  'review.tie_separated': {
    kind: 'conflict',
    zh: '只能裁定名次完全相同的全部项目；所选项目已有先后，或还有别的项目与之并列。',
    en: 'Only all the entries that share one place can be ruled on. These are separated already, or share it with another.',
  },
  'review.keyer_on_panel': {
    kind: 'forbidden',
    zh: '您是本场评委，不能录入评分单。',
    en: 'You are a judge on this panel and cannot key score sheets.',
  },
  'review.seat_recused': {
    kind: 'conflict',
    zh: '该席已回避此项目，没有评分单可录入。',
    en: 'This seat is recused from the entry; there is no sheet to key.',
  },
  'review.keying_overtaken': {
    kind: 'conflict',
    zh: '该席的评分单已存入（第 {revision} 次提交），以其为准，本次录入不再需要。',
    en: 'This seat’s sheet is stored (submission {revision}) and counts. This keying is no longer needed.',
  },
  'review.keyed_already': {
    kind: 'conflict',
    zh: '您已录入这份评分单；须由另一人再录入一次。您只能更正自己的录入。',
    en: 'You have keyed this sheet already. Another person must key it too; you can only correct your own keying.',
  },
  'review.keyed_by_two': {
    kind: 'conflict',
    zh: '这份评分单已由两人录入，正在核对差异。',
    en: 'Two people have keyed this sheet already and are comparing it.',
  },
  'review.keying_gone': {
    kind: 'conflict',
    zh: '该次录入已被更正、作废或不再需要，请刷新后查看。',
    en: 'This keying was corrected, voided or is no longer needed. Please look again.',
  },
  'review.keyed_too_often': {
    kind: 'forbidden',
    zh: '您对这份评分单的录入已三次与另一人不一致。请组长对照纸面作废有误的一份，由其他人录入。',
    en: 'What you keyed of this sheet differed from the other three times. Please have the chair void what is wrong; somebody else must key it.',
  },
  'review.keyer_voided': {
    kind: 'forbidden',
    zh: '您作废过这份评分单的录入，看到过他人录入的分数，须由其他人录入。',
    en: 'You voided a keying of this sheet and saw what others keyed. Somebody else must key it.',
  },
  'review.sheets_outstanding': {
    kind: 'conflict',
    zh: '还有 {count} 位评委未提交评分。',
    en: '{count} judges have not submitted yet.',
  },
  'review.seat_taken': { kind: 'conflict', zh: '{seatNo} 号席位已有评委。', en: 'Seat {seatNo} is already taken.' },
  'review.judge_seated': {
    kind: 'conflict',
    zh: '这位评委已在本场就座。',
    en: 'This judge already has a seat on this panel.',
  },
  'review.seat_has_sheets': {
    kind: 'conflict',
    zh: '该席位已有评分，不能移除。',
    en: 'This seat has submitted scores and cannot be removed.',
  },
  'review.already_recused': {
    kind: 'conflict',
    zh: '该评委已回避此项目。',
    en: 'This judge is already recused from this entry.',
  },
  'review.own_recusal': {
    kind: 'forbidden',
    zh: '不能解除自己的回避。',
    en: 'You cannot lift your own recusal.',
  },
  'review.too_many_ties': {
    kind: 'conflict',
    zh: '每人最多声明 {max} 个有利害关系的单位。',
    en: 'One expert can declare ties to {max} organisations at most.',
  },
  'review.recusal_too_late': {
    kind: 'conflict',
    zh: '您已提交此项目的评分，不能再自行申请回避；请告知组织者。',
    en: 'You have already scored this entry and can no longer declare a recusal yourself. Please tell the organiser.',
  },
  'review.entry_on_panel': {
    kind: 'conflict',
    zh: '该项目已在本场名单中。',
    en: 'This entry is already on the panel.',
  },
} as const satisfies ErrorCatalogue;
