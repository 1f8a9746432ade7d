import type { ErrorCatalogue } from './catalogue.js';

/** Failures of roadshow sessions. */
export const ROADSHOW_ERRORS = {
  'roadshow.stage_not_roadshow': { kind: 'invalid', zh: '该阶段不是路演阶段。', en: 'This stage is not a roadshow.' },
  'roadshow.unknown_region': { kind: 'invalid', zh: '本届赛事没有这个赛区。', en: 'This edition has no such region.' },
  'roadshow.unknown_time_zone': {
    kind: 'invalid',
    zh: '不认识这个时区，应为 IANA 名称，如 Asia/Shanghai。',
    en: 'This time zone is not known; use an IANA name such as Asia/Shanghai.',
  },
  'roadshow.project_not_accepted': {
    kind: 'invalid',
    zh: '只能选择本届赛事（本赛区）通过资格审查的项目；有 {count} 个不符合。',
    en: 'Only accepted projects of this edition and region can be chosen; {count} are not.',
  },
  'roadshow.project_not_advanced': {
    kind: 'invalid',
    zh: '只能选择上一阶段晋级的项目；有 {count} 个未晋级。',
    en: 'Only projects that advanced from the stage before can be chosen; {count} did not.',
  },
  'roadshow.project_in_session': {
    kind: 'conflict',
    zh: '所选项目中有的已编入本阶段的一个场次。',
    en: 'One of these projects already stands in a session of this stage.',
  },
  'roadshow.others_lead': {
    kind: 'forbidden',
    zh: '您与本场项目 {numbers} 有利害关系，本场由无利害关系的其他人主持、管理和监督。',
    en: 'You have a tie to {numbers} in this session; others without a tie chair, manage and supervise it.',
  },
  'roadshow.own_entries': {
    kind: 'forbidden',
    zh: '您与项目 {numbers} 有利害关系，由其他组织者编入场次。',
    en: 'You have a tie to {numbers}; other organisers enter them into a session.',
  },
  'roadshow.not_a_judge': {
    kind: 'invalid',
    zh: '此人还没有本场或本届赛事的评委身份，请先发出邀请。',
    en: 'This person is not a judge of this session or edition. Please invite them first.',
  },
  'roadshow.action_not_allowed': {
    kind: 'conflict',
    zh: '场次目前为“{state}”，不能进行此操作，请刷新后查看。',
    en: 'The session stands at “{state}”, which does not allow this. Please reload.',
  },
  'roadshow.phase_not_allowed': {
    kind: 'conflict',
    zh: '台上当前的环节不能进行此操作。',
    en: 'What is happening on stage does not allow this.',
  },
  'roadshow.not_current': {
    kind: 'conflict',
    zh: '台上已是另一个项目，请核对后再操作。',
    en: 'Another entry is on stage now. Please look again.',
  },
  'roadshow.no_entries': { kind: 'conflict', zh: '请先编入参加路演的项目。', en: 'Please add the entries first.' },
  'roadshow.no_judges': { kind: 'conflict', zh: '请先安排评委。', en: 'Please seat the judges first.' },
  'roadshow.too_few_judges': {
    kind: 'conflict',
    zh: '有效评分至少需要 {minValid} 个，现只有 {seats} 位评委。',
    en: 'At least {minValid} valid scores are needed, but there are only {seats} judges.',
  },
  'roadshow.sign_in_first': {
    kind: 'conflict',
    zh: '本阶段要求先签到再抽签，请先开始签到。',
    en: 'This stage asks for a sign-in before the draw. Please open the sign-in first.',
  },
  'roadshow.not_all_signed_in': {
    kind: 'conflict',
    zh: '还有 {judges} 位评委、{entries} 个项目没有签到。如不再等待，请填写原因。',
    en: '{judges} judges and {entries} entries have not signed in. Say why nobody waits for them.',
  },
  'roadshow.too_few_signed_in': {
    kind: 'conflict',
    zh: '有效评分至少需要 {minValid} 个，现只有 {present} 位评委签到。',
    en: 'At least {minValid} valid scores are needed, but only {present} judges have signed in.',
  },
  'roadshow.signed_in_already': { kind: 'conflict', zh: '已经签到。', en: 'Signed in already.' },
  'roadshow.not_signed_in': { kind: 'conflict', zh: '尚未签到。', en: 'Not signed in.' },
  'roadshow.draw_not_witnessed': {
    kind: 'conflict',
    zh: '监督员还没有见证本次抽签，或提出了异议。如仍要开场，请填写原因。',
    en: 'The supervisor has not witnessed this draw, or objects to it. Say why the session starts all the same.',
  },
  'roadshow.witness_not_independent': {
    kind: 'forbidden',
    zh: '主持、组织、评审本场或担任其场记、舞台监督的人不能监督本场。',
    en: 'Who chairs, organises, judges, records or manages the stage of this session cannot supervise it.',
  },
  'roadshow.record_stale': {
    kind: 'conflict',
    zh: '内容已经变化，请刷新后重新核对。',
    en: 'It has changed since. Please reload and look again.',
  },
  'roadshow.record_open': {
    kind: 'conflict',
    zh: '签字或监督见证尚未齐备（评委 {judges} 位、项目 {entries} 个未签）。如仍要确认，请填写原因。',
    en: 'Signatures or the supervisor’s word are missing ({judges} judges, {entries} entries). Say why the totals are confirmed all the same.',
  },
  'roadshow.not_signed': { kind: 'conflict', zh: '没有签字记录。', en: 'No signature was noted.' },
  'roadshow.entry_judged': {
    kind: 'conflict',
    zh: '该项目已登台，不能移除。',
    en: 'This entry has been on stage and cannot be removed.',
  },
  'roadshow.entry_not_locked': {
    kind: 'conflict',
    zh: '该项目的评分尚未锁定。',
    en: 'The scores of this entry are not locked yet.',
  },
  'roadshow.already_shown': {
    kind: 'conflict',
    zh: '该项目的成绩已经公布，没有变化。',
    en: 'The scores of this entry are already shown and have not changed.',
  },
  'roadshow.correction_untold': {
    kind: 'conflict',
    zh: '有 {count} 个已亮分项目的成绩更正后尚未重新亮分，请先重新亮分。',
    en: '{count} shown results were corrected and not shown again yet. Please show them first.',
  },
  'roadshow.entry_on_stage': {
    kind: 'conflict',
    zh: '该项目正在台上，请先完成或叫下一个。',
    en: 'This entry is on stage. Please finish it first.',
  },
  'roadshow.entries_open': {
    kind: 'conflict',
    zh: '还有 {count} 个项目未公布成绩；确需结束请写明原因。',
    en: '{count} entries are not shown yet. To close anyway, give a reason.',
  },
  'roadshow.entry_withdrawn': {
    kind: 'conflict',
    zh: '该项目已退赛。',
    en: 'This entry has withdrawn.',
  },
  'roadshow.entry_not_withdrawn': {
    kind: 'conflict',
    zh: '该项目没有退赛。',
    en: 'This entry has not withdrawn.',
  },
  'roadshow.project_withdrawn': {
    kind: 'conflict',
    zh: '参赛方已撤回该项目，退赛不能撤销。',
    en: 'The entrant withdrew this project from the contest, which cannot be taken back.',
  },
  'roadshow.materials_closed': {
    kind: 'conflict',
    zh: '参赛材料自抽签起至本场结束供评委查阅。',
    en: 'Materials are open to the jury from the draw until the session is closed.',
  },
  'roadshow.materials_recused': {
    kind: 'forbidden',
    zh: '您已回避此项目（含其他场次），不能查阅其材料。',
    en: 'You are recused from this project, here or in another session, and cannot read its materials.',
  },
  'roadshow.stage_taken': {
    kind: 'conflict',
    zh: '该项目须回到台上继续评分，而台上还有其他项目。待其锁定评分或延后，再撤销退赛。',
    en: 'Scoring of this entry would go on, and another has the stage. Take the withdrawal back once that one is locked or put last.',
  },
  'roadshow.stage_busy': {
    kind: 'conflict',
    zh: '台上项目正在进行，锁定评分后才能休息。',
    en: 'An entry is on stage. A break can begin once its scores are locked.',
  },
  'roadshow.no_intermission': { kind: 'conflict', zh: '现在不在休息。', en: 'There is no break now.' },
  'roadshow.blank_already': { kind: 'conflict', zh: '大屏已经遮蔽。', en: 'The screens are blank already.' },
  'roadshow.not_blank': { kind: 'conflict', zh: '大屏没有遮蔽。', en: 'The screens are not blank.' },
  'roadshow.audience_open_already': {
    kind: 'conflict',
    zh: '观众页已经开放。',
    en: 'The audience’s page is open already.',
  },
  'roadshow.audience_not_open': { kind: 'conflict', zh: '观众页没有开放。', en: 'The audience’s page is not open.' },
  'roadshow.resumes_in_past': {
    kind: 'invalid',
    zh: '恢复时间应在现在之后。',
    en: 'The session must resume later than now.',
  },
  'roadshow.nudged_just_now': {
    kind: 'too_many',
    zh: '刚刚已提醒过该评委，请在 {seconds} 秒后再提醒。',
    en: 'This judge was called just now. Please wait {seconds} seconds.',
  },
  'roadshow.nothing_to_nudge': {
    kind: 'conflict',
    zh: '该评委现在没有待提交的评分。',
    en: 'This judge has nothing to submit now.',
  },
  'roadshow.unknown_start': {
    kind: 'invalid',
    zh: '请填写日期和时间，如 2026-11-24T14:30。',
    en: 'Please give a day and a time, such as 2026-11-24T14:30.',
  },
  'roadshow.keyer_interested': {
    kind: 'forbidden',
    zh: '您与该项目有利害关系，或已就其回避，不能录入它的评分单。',
    en: 'You have a tie to this project or are recused from it, and cannot key its sheets.',
  },
  'roadshow.keyings_sealed': {
    kind: 'conflict',
    zh: '两人都已录入且不一致时，才能对照查看；录入人不能查看他人录入的分数。',
    en: 'The two can be compared once both are in and differ; nobody who keyed one sees the other.',
  },
  'roadshow.no_timer': { kind: 'conflict', zh: '当前环节没有计时。', en: 'There is no timer running now.' },
  'roadshow.timer_running': { kind: 'conflict', zh: '计时没有暂停。', en: 'The timer is not paused.' },
  'roadshow.timer_paused': { kind: 'conflict', zh: '计时已经暂停。', en: 'The timer is already paused.' },
  'roadshow.frozen': {
    kind: 'conflict',
    zh: '本场已封榜，成绩将在揭晓仪式上公布。',
    en: 'The board is frozen. Scores are told at the ceremony.',
  },
  'roadshow.not_frozen': { kind: 'conflict', zh: '本场没有封榜。', en: 'The board is not frozen.' },
  'ceremony.begun_already': {
    kind: 'conflict',
    zh: '揭晓仪式已经开始，不能再改。',
    en: 'The ceremony has begun and can no longer be changed.',
  },
  'ceremony.session_not_closed': {
    kind: 'conflict',
    zh: '请先结束本场路演，再开始揭晓仪式。',
    en: 'Please close the session before the ceremony begins.',
  },
  'ceremony.not_running': { kind: 'conflict', zh: '揭晓仪式没有在进行。', en: 'The ceremony is not running.' },
  'ceremony.not_presenter': {
    kind: 'conflict',
    zh: '揭晓仪式由另一人主持，请先接手主持。',
    en: 'Somebody else presents the ceremony. Please take it over first.',
  },
  'ceremony.presented_already': {
    kind: 'conflict',
    zh: '揭晓仪式已由您主持。',
    en: 'You present the ceremony already.',
  },
  'ceremony.step_elsewhere': {
    kind: 'conflict',
    zh: '揭晓仪式已在另一处进到别的一步，请看当前画面。',
    en: 'The ceremony was moved elsewhere to another step. Please look at where it stands now.',
  },
  'ceremony.not_automatic': {
    kind: 'conflict',
    zh: '揭晓仪式没有在自动进行。',
    en: 'The ceremony does not go on by itself.',
  },
  'ceremony.last_by_hand': {
    kind: 'conflict',
    zh: '只剩最后一步：它使成绩成为正式成绩，须由您亲自进行。',
    en: 'Only the last step is left. It makes the results final and waits for your hand.',
  },
  'ceremony.line_missing': {
    kind: 'invalid',
    zh: '先宣布晋级，须填写晋级名额。',
    en: 'Say how many advance, so that this can be announced first.',
  },
  'ceremony.range_turned': {
    kind: 'invalid',
    zh: '奖项的名次范围应从小到大。',
    en: 'An award’s places must go from the smaller to the larger.',
  },
} as const satisfies ErrorCatalogue;
