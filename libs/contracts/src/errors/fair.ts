import type { ErrorCatalogue } from './catalogue.js';

/** Failures of the fair: the fair itself, participation, positions and their import. */
export const FAIR_ERRORS = {
  'fair.file_unreadable': {
    kind: 'invalid',
    zh: '不是本系统的洽谈会文件（JSON，format 为 {format}）。',
    en: 'This is not a fair file of this system (JSON whose format is {format}).',
  },
  'fair.code_taken': {
    kind: 'conflict',
    zh: '编号“{code}”已被另一场洽谈会使用。',
    en: 'Another fair already has the code “{code}”.',
  },
  'fair.unknown_time_zone': {
    kind: 'invalid',
    zh: '没有名为“{value}”的时区。',
    en: 'There is no time zone “{value}”.',
  },
  'fair.duplicate_code': { kind: 'invalid', zh: '“{value}”重复出现。', en: '“{value}” appears more than once.' },
  'fair.duplicate_day': {
    kind: 'invalid',
    zh: '日期 {value} 重复出现。',
    en: 'The day {value} appears more than once.',
  },
  'fair.not_a_day': {
    kind: 'invalid',
    zh: '“{value}”不是有效日期，应如 2026-03-28。',
    en: '“{value}” is not a day such as 2026-03-28.',
  },
  'fair.not_a_time': {
    kind: 'invalid',
    zh: '“{value}”不是有效时刻，应如 09:30。',
    en: '“{value}” is not a time of day such as 09:30.',
  },
  'fair.closes_before_opens': {
    kind: 'invalid',
    zh: '闭馆时间应晚于开馆时间。',
    en: 'Closing must come after opening.',
  },
  'fair.sign_in_after_close': {
    kind: 'invalid',
    zh: '用人单位签到截止时间应早于每日闭馆时间。',
    en: 'The employers’ sign-in deadline must come before closing.',
  },
  'fair.permit_missing': {
    kind: 'conflict',
    zh: '核准容量 {capacity} 人，已达到或超过 1000 人：请先填写大型群众性活动安全许可编号，再开放。',
    en: 'The approved capacity is {capacity}, at or above 1,000: enter the number of the large-event safety permit before opening.',
  },
  'fair.over': {
    kind: 'conflict',
    zh: '最后一天（{day}）已过，不能开放。',
    en: 'The last day ({day}) has passed, so the fair cannot be opened.',
  },
  'fair.not_open': { kind: 'conflict', zh: '洽谈会未开放。', en: 'The fair is not open.' },
  'fair.applications_closed': { kind: 'conflict', zh: '参会申请已于 {at} 截止。', en: 'Applications closed at {at}.' },
  'fair.unknown_zone': {
    kind: 'invalid',
    zh: '没有此专区。可选：{choices}。',
    en: 'There is no such zone. Choose from: {choices}.',
  },
  'fair.zone_in_use': {
    kind: 'conflict',
    zh: '专区“{zone}”已有单位或岗位，不能删除。',
    en: 'Zone “{zone}” already holds employers or positions and cannot be removed.',
  },

  'fair.organisation_not_vetted': {
    kind: 'conflict',
    zh: '单位尚未通过审核，暂不能参会。',
    en: 'The organisation has not been vetted yet and cannot take part.',
  },
  'fair.already_applied': {
    kind: 'conflict',
    zh: '贵单位已申请参加本场洽谈会。',
    en: 'Your organisation has already applied to this fair.',
  },
  'fair.participation_not_approved': {
    kind: 'conflict',
    zh: '参会申请通过后才能提交岗位。',
    en: 'Positions can be submitted once the participation is approved.',
  },
  'fair.participation_ended': {
    kind: 'conflict',
    zh: '参会申请已撤回或未通过，不能再改岗位。',
    en: 'The participation was withdrawn or rejected, so its positions can no longer be changed.',
  },
  'fair.own_organisation': {
    kind: 'forbidden',
    zh: '不能审核本人所在单位。',
    en: 'You cannot review your own organisation.',
  },
  'fair.reason_required': {
    kind: 'invalid',
    zh: '请写明原因，对方会看到。',
    en: 'Say why; the other side will see it.',
  },

  'fair.position_duplicate': {
    kind: 'conflict',
    zh: '已有同名且同工作地点的岗位（第 {number} 号）。',
    en: 'There is already a position with this title and place of work (no. {number}).',
  },
  'fair.position_flagged': {
    kind: 'conflict',
    zh: '含有可能构成歧视的用语，解决前不能通过：{words}。',
    en: 'This holds wording that may discriminate and cannot be approved until resolved: {words}.',
  },
  'fair.no_such_flag': { kind: 'not_found', zh: '没有这处待解决的用语。', en: 'There is no such open flag.' },
  'fair.nothing_to_submit': { kind: 'conflict', zh: '没有可提交的岗位。', en: 'There is nothing to submit.' },
  'fair.position_expired': {
    kind: 'conflict',
    zh: '有效期（{validUntil}）已过，请先修改。',
    en: 'It was valid until {validUntil}; change that first.',
  },

  'fair.import_empty': {
    kind: 'invalid',
    zh: '表格中没有岗位。请从第 2 行起填写。',
    en: 'There are no positions in the table. Fill it in from row 2.',
  },
  'fair.import_too_many': {
    kind: 'too_large',
    zh: '一次最多导入 {max} 个岗位，此表有 {count} 个。请分成几个文件。',
    en: 'At most {max} positions at once; this table has {count}. Split it into several files.',
  },
  'fair.import_has_faults': {
    kind: 'conflict',
    zh: '有 {faulty} 行需要修改。请改正后重新上传，或选择跳过这些行。',
    en: '{faulty} rows need correction. Upload a corrected file, or choose to skip them.',
  },
  'fair.import_all_faulty': { kind: 'conflict', zh: '没有可导入的行。', en: 'No row can be imported.' },
  'fair.import_superseded': {
    kind: 'conflict',
    zh: '之后又上传了新文件，请以新文件为准。',
    en: 'A newer file was uploaded since; go on with that one.',
  },

  'fair.row_required': { kind: 'invalid', zh: '“{column}”必填。', en: '“{column}” is required.' },
  'fair.row_too_long': {
    kind: 'invalid',
    zh: '“{column}”最多 {max} 个字符，现有 {length} 个。',
    en: '“{column}” takes at most {max} characters; there are {length}.',
  },
  'fair.row_other_name': {
    kind: 'invalid',
    zh: '单位名称应为“{expected}”。',
    en: 'The employer’s name must be “{expected}”.',
  },
  'fair.row_bad_credit_code': {
    kind: 'invalid',
    zh: '不是有效的统一社会信用代码：应为 18 位且校验码正确。',
    en: 'Not a valid unified social credit code: 18 characters with a correct check character.',
  },
  'fair.row_other_credit_code': {
    kind: 'invalid',
    zh: '统一社会信用代码应为本单位的 {expected}。',
    en: 'The credit code must be this organisation’s, {expected}.',
  },
  'fair.row_other_kind': {
    kind: 'invalid',
    zh: '单位性质应与单位资料一致：{expected}。',
    en: 'The kind of employer must agree with the organisation’s record: {expected}.',
  },
  'fair.row_not_a_choice': {
    kind: 'invalid',
    zh: '“{value}”不在可选范围内。可选：{choices}。',
    en: '“{value}” is not one of the choices: {choices}.',
  },
  'fair.row_bad_headcount': {
    kind: 'invalid',
    zh: '招聘人数“{value}”应为 1 至 {max} 的整数，如 3。',
    en: 'The headcount “{value}” must be a whole number from 1 to {max}, such as 3.',
  },
  'fair.row_vague_headcount': {
    kind: 'invalid',
    zh: '招聘人数请写确数，不用“{value}”。',
    en: 'Give the headcount as a number instead of “{value}”.',
  },
  'fair.row_bad_pay': {
    kind: 'invalid',
    zh: '看不懂薪资“{value}”。请写成“12-18万/年”“8000-12000元/月”“15万以上”或“面议”。',
    en: 'The pay “{value}” is not understood. Write it as 12-18万/年, 8000-12000元/月, 15万以上 or 面议.',
  },
  'fair.row_pay_without_unit': {
    kind: 'invalid',
    zh: '薪资“{value}”没有写明单位，请注明“万/年”或“元/月”。',
    en: 'The pay “{value}” has no unit; add 万/年 or 元/月.',
  },
  'fair.row_pay_per_day': {
    kind: 'invalid',
    zh: '薪资“{value}”请按月或按年填写。',
    en: 'Give the pay “{value}” by the month or by the year.',
  },
  'fair.row_pay_without_least': {
    kind: 'invalid',
    zh: '薪资“{value}”没有下限，请写明最低数额或“面议”。',
    en: 'The pay “{value}” has no least amount; give one, or 面议.',
  },
  'fair.row_pay_reversed': {
    kind: 'invalid',
    zh: '薪资“{value}”的下限高于上限。',
    en: 'In the pay “{value}” the least exceeds the most.',
  },
  'fair.row_pay_implausible': {
    kind: 'invalid',
    zh: '薪资“{value}”折合年薪 {yuan} 元，超出 {min} 至 {max} 元，请核对单位。',
    en: 'The pay “{value}” comes to {yuan} yuan a year, outside {min} to {max}; please check the unit.',
  },
  'fair.row_bad_date': {
    kind: 'invalid',
    zh: '“{value}”不是有效日期，请写成 2026-06-30。',
    en: '“{value}” is not a valid date; write it as 2026-06-30.',
  },
  'fair.row_date_passed': { kind: 'invalid', zh: '有效期 {value} 已过。', en: 'The date {value} has passed.' },
  'fair.row_date_too_far': {
    kind: 'invalid',
    zh: '有效期 {value} 过远，最迟为 {max}。',
    en: 'The date {value} is too far ahead; {max} at the latest.',
  },
  'fair.row_bad_phone': {
    kind: 'invalid',
    zh: '联系电话“{value}”不对：应为 11 位手机号、带区号的固定电话，或以 + 开头的国际号码。',
    en: 'The phone “{value}” is not right: an 11-digit mobile, a landline with its area code, or an international number starting with +.',
  },
  'fair.row_bad_mail': {
    kind: 'invalid',
    zh: '电子邮箱“{value}”的格式不对，应如 hr@example.com。',
    en: 'The mail address “{value}” is not right; it should be like hr@example.com.',
  },
  'fair.row_duplicate': {
    kind: 'invalid',
    zh: '与第 {row} 行的岗位名称和工作地点相同。',
    en: 'Same title and place of work as row {row}.',
  },
} as const satisfies ErrorCatalogue;
