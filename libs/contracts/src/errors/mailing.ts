import type { ErrorCatalogue } from './catalogue.js';

/** Failures of writing to many. */
export const MAILING_ERRORS = {
  'mailing.unknown_placeholder': {
    kind: 'invalid',
    zh: '“{name}”不能用在这里，可以用 {known}。',
    en: '“{name}” cannot be used here; {known} can.',
  },
  'mailing.not_for_judges': {
    kind: 'invalid',
    zh: '写给评委时不能按项目筛选，请去掉这一项。',
    en: 'Judges cannot be chosen by projects. Please leave this out.',
  },
  'mailing.standing_of_none': {
    kind: 'invalid',
    zh: '要按晋级情况筛选，请先选择阶段。',
    en: 'To choose by who advances, choose a stage first.',
  },
  'mailing.not_published': {
    kind: 'invalid',
    zh: '该阶段的晋级结果尚未公布，或没有这个阶段。',
    en: 'Who advances from this stage is not published, or there is no such stage.',
  },
  'mailing.unknown_session': {
    kind: 'invalid',
    zh: '本届没有这个场次。',
    en: 'This edition has no such session.',
  },
  'mailing.none_failed': {
    kind: 'conflict',
    zh: '没有发送失败的地址。',
    en: 'It failed at no address.',
  },
  'mailing.nobody': {
    kind: 'conflict',
    zh: '没有符合条件的收件人。',
    en: 'Nobody would get this message.',
  },
  'mailing.no_address': {
    kind: 'conflict',
    zh: '您的账号没有邮箱，不能试发。',
    en: 'Your account has no mail address to test with.',
  },
  'mailing.recipients_changed': {
    kind: 'conflict',
    zh: '预览时有 {before} 位收件人，现在是 {now} 位。请重新预览。',
    en: 'The preview named {before} recipients, now there are {now}. Please look at it again.',
  },
} as const satisfies ErrorCatalogue;
