import type { ErrorCatalogue } from './catalogue.js';

/** Failures of inviting graduates to a fair. */
export const INVITATION_ERRORS = {
  'invitation.fair_not_open': {
    kind: 'conflict',
    zh: '洽谈会尚未开放或已经结束，暂不能进行此操作。',
    en: 'The fair is not open, or is over; this is not possible now.',
  },
  'invitation.consent_required': {
    kind: 'invalid',
    zh: '请先阅读并同意《个人信息处理告知》。',
    en: 'Please read and agree to the privacy notice first.',
  },
  'invitation.answered': {
    kind: 'conflict',
    zh: '您已经回复过此邀请。如需更改，请联系主办方。',
    en: 'You have answered this invitation already. To change your answer, please contact the organisers.',
  },
  'invitation.quota_full': {
    kind: 'conflict',
    zh: '{university}的名额（{places} 人）已满，请联系主办方。',
    en: 'All {places} places of {university} are taken. Please contact the organisers.',
  },
  'invitation.quota_unknown_university': {
    kind: 'invalid',
    zh: '“{value}”不在双一流高校名单中，或名称对应多所学校。',
    en: '“{value}” is not a Double First-Class university, or names several.',
  },
  'invitation.quota_twice': {
    kind: 'invalid',
    zh: '“{value}”出现了两次。',
    en: '“{value}” appears twice.',
  },
  'invitation.nothing_to_send': {
    kind: 'conflict',
    zh: '没有需要发送的邀请。',
    en: 'There is no invitation to send.',
  },
  'invitation.import_empty': {
    kind: 'invalid',
    zh: '表格中没有受邀人。请从第 2 行起填写。',
    en: 'There is nobody in the table. Fill it in from row 2.',
  },
  'invitation.import_too_many': {
    kind: 'too_large',
    zh: '一次最多导入 {max} 人，此表有 {count} 人。请分成几个文件。',
    en: 'At most {max} persons at once; this table has {count}. Split it into several files.',
  },
  'invitation.import_outdated': {
    kind: 'conflict',
    zh: '检查之后名单或名额有变动，请重新上传检查。',
    en: 'The list or the quotas changed since the check. Please upload the file again.',
  },
  'invitation.row_unknown_university': {
    kind: 'invalid',
    zh: '“{value}”不在双一流高校名单中，或名称对应多所学校，请填学校全称。',
    en: '“{value}” is not a Double First-Class university, or names several; give the full name.',
  },
  'invitation.row_bad_phone': {
    kind: 'invalid',
    zh: '手机号“{value}”不对：应为 11 位手机号，或以 + 开头的国际号码。',
    en: 'The phone “{value}” is not right: an 11-digit mobile, or an international number starting with +.',
  },
  'invitation.row_duplicate': {
    kind: 'invalid',
    zh: '电子邮箱与第 {row} 行相同。',
    en: 'The mail address is the same as in row {row}.',
  },
  'invitation.row_invited_already': {
    kind: 'invalid',
    zh: '此电子邮箱已在本届邀请名单中。',
    en: 'This mail address is on the list of this fair already.',
  },
  'invitation.row_over_quota': {
    kind: 'invalid',
    zh: '超出{university}的名额（{places} 人）。',
    en: 'This exceeds the {places} places of {university}.',
  },
} as const satisfies ErrorCatalogue;
