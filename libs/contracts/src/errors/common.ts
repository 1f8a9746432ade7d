import type { ErrorCatalogue } from './catalogue.js';

/** Failures that any room may answer with. `{name}` is replaced by the parameter of that name. */
export const COMMON_ERRORS = {
  'common.invalid': {
    kind: 'invalid',
    zh: '提交的内容有误，请按提示修改。',
    en: 'Some of what you sent is not valid. Please correct the fields named.',
  },
  'common.required': { kind: 'invalid', zh: '此项必填。', en: 'This is required.' },
  'common.text_too_long': {
    kind: 'invalid',
    zh: '最多 {max} 个字符，现有 {length} 个。',
    en: 'At most {max} characters; there are {length}.',
  },
  'common.text_too_short': { kind: 'invalid', zh: '至少 {min} 个字符。', en: 'At least {min} characters.' },
  'common.not_a_text': { kind: 'invalid', zh: '此项应为文字。', en: 'This must be text.' },
  'common.not_a_number': { kind: 'invalid', zh: '此项应为数字。', en: 'This must be a number.' },
  'common.not_an_integer': { kind: 'invalid', zh: '此项应为整数。', en: 'This must be a whole number.' },
  'common.number_out_of_range': {
    kind: 'invalid',
    zh: '应在 {min} 与 {max} 之间。',
    en: 'This must lie between {min} and {max}.',
  },
  'common.not_a_choice': {
    kind: 'invalid',
    zh: '不在可选范围内。可选：{choices}。',
    en: 'Not one of the choices: {choices}.',
  },
  'common.not_a_date': { kind: 'invalid', zh: '不是有效的日期时间。', en: 'Not a valid date and time.' },
  'common.not_a_boolean': { kind: 'invalid', zh: '此项应为是或否。', en: 'This must be true or false.' },
  'common.not_an_id': { kind: 'invalid', zh: '编号格式不对。', en: 'Not a valid identifier.' },
  'common.not_a_list': { kind: 'invalid', zh: '此项应为列表。', en: 'This must be a list.' },
  'common.list_too_long': {
    kind: 'invalid',
    zh: '最多 {max} 项，现有 {length} 项。',
    en: 'At most {max} entries; there are {length}.',
  },
  'common.list_too_short': { kind: 'invalid', zh: '至少 {min} 项。', en: 'At least {min} entries.' },
  'common.bad_format': { kind: 'invalid', zh: '格式不对。', en: 'The format is not right.' },
  'common.unknown_field': { kind: 'invalid', zh: '没有名为“{name}”的字段。', en: 'There is no field “{name}”.' },
  'common.bad_json': { kind: 'invalid', zh: '请求内容不是有效的 JSON。', en: 'The body is not valid JSON.' },
  'common.too_deep': {
    kind: 'invalid',
    zh: '内容嵌套过深，最多 {max} 层。',
    en: 'What you sent is nested too deeply; at most {max} levels are read.',
  },
  'common.bad_cursor': {
    kind: 'invalid',
    zh: '翻页位置已失效，请从头查看。',
    en: 'This page position is no longer valid. Please start again.',
  },
  'common.body_too_large': {
    kind: 'too_large',
    zh: '提交内容过大，一次最多 {max}。',
    en: 'The body is too large; at most {max} at once.',
  },
  'common.unsupported_media_type': {
    kind: 'unsupported',
    zh: '不支持这种内容类型。',
    en: 'This content type is not supported.',
  },
  'common.unauthenticated': { kind: 'unauthenticated', zh: '请先登录。', en: 'Please sign in first.' },
  'common.forbidden': { kind: 'forbidden', zh: '您没有此项权限。', en: 'You are not allowed to do this.' },
  'common.second_factor_required': {
    kind: 'forbidden',
    zh: '请先完成动态口令验证。',
    en: 'Please confirm your second factor first.',
  },
  'common.bad_origin': {
    kind: 'forbidden',
    zh: '请求来源不被信任。',
    en: 'The request comes from an untrusted origin.',
  },
  'common.not_found': {
    kind: 'not_found',
    zh: '没有找到，可能已被删除或您无权查看。',
    en: 'Not found. It may have been removed, or you may not see it.',
  },
  'common.state_not_allowed': {
    kind: 'conflict',
    zh: '当前状态（{state}）下不能进行此操作。',
    en: 'This cannot be done in the current state ({state}).',
  },
  'common.stale': {
    kind: 'precondition',
    zh: '内容已被他人更新，请刷新后再试；您填写的内容仍在页面上。',
    en: 'Someone changed this in the meantime. Reload and try again; what you typed is still on the page.',
  },
  'common.version_required': { kind: 'precondition', zh: '缺少版本号。', en: 'The version is missing.' },
  'common.key_reused': {
    kind: 'conflict',
    zh: '同一请求编号已用于不同内容。',
    en: 'This request key was already used for something else.',
  },
  'common.in_progress': {
    kind: 'conflict',
    zh: '同一请求正在处理。',
    en: 'The same request is still being processed.',
  },
  'common.too_many': {
    kind: 'too_many',
    zh: '操作过于频繁，请 {seconds} 秒后再试。',
    en: 'Too many attempts. Please try again in {seconds} seconds.',
  },
  'common.too_many_files': {
    kind: 'too_many',
    zh: '短时间内导出或打印的文件过多，请 {seconds} 秒后再试。',
    en: 'Too many files were exported or printed in a short time. Please try again in {seconds} seconds.',
  },
  'common.busy': {
    kind: 'unavailable',
    zh: '系统繁忙，请稍后再试；您的内容未被更改。',
    en: 'The system is busy. Nothing was changed; please try again.',
  },
  'common.internal': {
    kind: 'unavailable',
    zh: '系统出现故障，已记录（编号 {requestId}）。',
    en: 'Something failed on our side and was recorded (reference {requestId}).',
  },
} as const satisfies ErrorCatalogue;
