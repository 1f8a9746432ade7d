import type { ErrorCatalogue } from './catalogue.js';

/** Why an edition’s file, dates or state do not allow what is asked. */
export const EDITION_ERRORS = {
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
    en: 'This must not be earlier than the same date of the stage before, “{stage}”.',
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
  'edition.change_kind_held': {
    kind: 'conflict',
    zh: '“{name}”已有 {experts} 位专家、{seats} 个评委席位，不能删除。',
    en: '“{name}” cannot be removed: experts of this kind: {experts}, seats: {seats}.',
  },
  'edition.change_kind_demanded': {
    kind: 'conflict',
    zh: '网评的分配方案要求有“{name}”类评委，不能删除。',
    en: '“{name}” cannot be removed: the plan of an online review asks for judges of this kind.',
  },
  'edition.change_personal_held': {
    kind: 'conflict',
    zh: '已有 {count} 个项目按“个人材料”上传了这类文件，不能再放开。请另设一类材料。',
    en: 'Projects that hold such files, given as personal: {count}. They cannot be opened to others; ask for another kind of material instead.',
  },
  'edition.name_repeated': {
    kind: 'invalid',
    zh: '“{name}”与前面的重名。',
    en: 'Another before it is called “{name}” already.',
  },
  'edition.advance_share': {
    kind: 'invalid',
    zh: '按比例晋级的，不能同时设名额或按赛区、领域分配。',
    en: 'Where a share advances, there is neither a number of places nor anything they are shared out by.',
  },
  'edition.advance_by_hand': {
    kind: 'invalid',
    zh: '手工指定各赛区、各领域名额的，不另设总名额。',
    en: 'Where the places of each region and division are set, there is no total besides.',
  },
  'edition.advance_not_both': {
    kind: 'invalid',
    zh: '只有同时按赛区和领域分配时才能设置。',
    en: 'This can be set only where places are shared out by region and division at once.',
  },
  'edition.notice_days_both': {
    kind: 'invalid',
    zh: '公示期按工作日或自然日计，只能填写其中一项。',
    en: 'A notice lasts for working days or for days of the calendar; give one of the two.',
  },
  'edition.advance_unequal': {
    kind: 'invalid',
    zh: '各赛区名额合计与各领域名额合计应当相等。',
    en: 'The places of the regions and those of the divisions must add up to the same.',
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
  'edition.personal_for_judges': {
    kind: 'invalid',
    zh: '个人材料不能同时对评委开放，请取消其中一项。',
    en: 'A personal material cannot be open to the jury as well; undo one of the two.',
  },
  'edition.personal_question_for_judges': {
    kind: 'invalid',
    zh: '属于负责人个人信息的问题不能同时对评委开放，请取消其中一项。',
    en: 'A question about the leader as a person cannot be open to the jury as well; undo one of the two.',
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
  'edition.country_code': {
    kind: 'invalid',
    zh: '“{value}”不是国家或地区代码。应为 ISO 3166-1 的两位大写字母，如 CN、DE、HK。',
    en: '“{value}” is no code of a country or region. Two capital letters of ISO 3166-1 are expected, such as CN, DE, HK.',
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
  'edition.tie_unknown': {
    kind: 'invalid',
    zh: '评分表中没有“{code}”；请用评分项的代码、untrimmed（去分前均值），或 stage: 加此前评审阶段的代码。',
    en: 'The rubric has no “{code}”; give the code of a criterion, untrimmed (the mean before striking), or stage: with the code of an earlier stage that judges.',
  },
  'edition.tie_stage': {
    kind: 'invalid',
    zh: '“{code}”所指的不是本阶段之前的评审阶段，没有可比的成绩。',
    en: '“{code}” names no stage before this one in which projects are judged, so there is no score to compare.',
  },
  'edition.tie_repeated': {
    kind: 'invalid',
    zh: '“{code}”在前面已经用过。',
    en: '“{code}” stands in the chain already.',
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
    en: '“{stage}” has no date here yet.',
  },
  'edition.date_past': {
    kind: 'invalid',
    zh: '“{stage}”的这个时间已经过去。',
    en: 'This date of “{stage}” has passed.',
  },
  'edition.stage_closed': {
    kind: 'conflict',
    zh: '该阶段已结束，不能再改时间；报名阶段可以在赛事进行中延期，只改截止时间并重新开启。',
    en: 'This stage is closed; its dates can no longer be changed. Registration can be extended while the edition is open: a later end alone, which opens it again.',
  },
  'edition.extension_after_results': {
    kind: 'conflict',
    zh: '晋级结果已公布或公示已发布，不能再延长报名。',
    en: 'Who advances, or a public notice, is published; registration can no longer be extended.',
  },
  'edition.archive_waits': {
    kind: 'conflict',
    zh: '还不能归档：{waiting} 个项目还没有审查结论，{corrections} 个项目仍在告知的补正期限内，{appeals} 个项目仍可申诉或申诉待复核。',
    en: 'It cannot be archived yet. Projects that wait for a decision: {waiting}; projects within the time for a correction that they were told: {corrections}; projects that may still be appealed for, or whose appeal waits: {appeals}.',
  },
  'edition.action_not_allowed': {
    kind: 'conflict',
    zh: '不能进行此操作：{state}。请刷新后查看。',
    en: 'This cannot be done: {state}. Please reload.',
  },
  'edition.waiting_projects': {
    kind: 'invalid',
    zh: '还有 {count} 个项目等待资格审查。',
    en: '{count} projects still wait for the eligibility check.',
  },
} as const satisfies ErrorCatalogue;
