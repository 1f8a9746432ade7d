import type { ErrorCatalogue } from './catalogue.js';

/** Failures of the identity room. */
export const IDENTITY_ERRORS = {
  'identity.address_required': {
    kind: 'invalid',
    zh: '请填写邮箱或手机号。',
    en: 'Give a mail address or a phone number.',
  },
  'identity.address_wrong': {
    kind: 'invalid',
    zh: '请填写有效的邮箱或手机号。',
    en: 'This is neither a mail address nor a phone number.',
  },
  'identity.code_wrong': {
    kind: 'invalid',
    zh: '验证码不对或已失效，请核对或重新获取。',
    en: 'The code is wrong or no longer valid. Check it or ask for a new one.',
  },
  'identity.password_too_weak': {
    kind: 'invalid',
    zh: '密码至少 8 位，并包含大写字母、小写字母、数字、符号中的三类。',
    en: 'At least 8 characters of three kinds: upper case, lower case, digits, signs.',
  },
  'identity.password_too_common': {
    kind: 'invalid',
    zh: '这个密码太常见，容易被猜到，请换一个。',
    en: 'This password is too common. Please choose another.',
  },
  'identity.password_holds_login': {
    kind: 'invalid',
    zh: '密码不能包含您的邮箱或手机号。',
    en: 'The password must not contain your mail address or phone number.',
  },
  'identity.current_password_wrong': {
    kind: 'invalid',
    zh: '当前密码不对。',
    en: 'The current password is not right.',
  },
  'identity.already_registered': {
    kind: 'conflict',
    zh: '这个邮箱或手机号已注册，请直接登录。',
    en: 'This address is already registered. Please sign in.',
  },
  'identity.sign_in_failed': {
    kind: 'unauthenticated',
    zh: '账号或密码不对。',
    en: 'The account or the password is not right.',
  },
  'identity.locked': {
    kind: 'too_many',
    zh: '连续输错次数过多，已锁定，请 {seconds} 秒后再试。',
    en: 'Too many wrong attempts: locked. Please try again in {seconds} seconds.',
  },
  'identity.account_disabled': {
    kind: 'forbidden',
    zh: '账号已停用，请联系管理员。',
    en: 'This account is disabled. Please ask an administrator.',
  },
  'identity.mail_taken': { kind: 'conflict', zh: '这个邮箱已被使用。', en: 'This mail address is already in use.' },
  'identity.phone_taken': { kind: 'conflict', zh: '这个手机号已被使用。', en: 'This phone number is already in use.' },
  'identity.identifier_wrong': {
    kind: 'invalid',
    zh: '证件号码不对，请核对。',
    en: 'The identity number is not valid. Please check it.',
  },
  'identity.identifier_taken': {
    kind: 'conflict',
    zh: '这个证件号码已登记。',
    en: 'This identity number is already registered.',
  },
  'identity.consent_required': {
    kind: 'invalid',
    zh: '请阅读并同意《个人信息处理告知》后继续。',
    en: 'Please read and agree to the privacy notice to go on.',
  },
  'identity.consent_version': {
    kind: 'conflict',
    zh: '告知书已更新，请阅读新版本后再同意。',
    en: 'The notice has changed. Please read the new version before agreeing.',
  },
  'identity.consent_unknown': { kind: 'not_found', zh: '没有这份告知书。', en: 'There is no such document.' },
  'identity.consent_not_given': { kind: 'conflict', zh: '您没有同意过这一项。', en: 'You have not agreed to this.' },
  'identity.second_factor_wrong': {
    kind: 'invalid',
    zh: '动态口令不对或已用过，请等下一个口令。',
    en: 'The code is wrong or already used. Please wait for the next one.',
  },
  'identity.second_factor_not_enrolled': {
    kind: 'conflict',
    zh: '尚未绑定动态口令。',
    en: 'No second factor is enrolled yet.',
  },
  'identity.second_factor_enrolled': {
    kind: 'conflict',
    zh: '已绑定动态口令；更换前请先用它验证。',
    en: 'A second factor is already enrolled. Confirm with it before replacing it.',
  },
  'identity.role_not_in_scope': {
    kind: 'invalid',
    zh: '“{role}”不能在这个范围内授予。',
    en: 'The role “{role}” cannot be given in this kind of scope.',
  },
  'identity.scope_unknown': { kind: 'invalid', zh: '没有这个授权范围。', en: 'There is no such scope.' },
  'identity.grant_beyond_own': {
    kind: 'forbidden',
    zh: '您只能在自己的范围内授予或收回下级角色。',
    en: 'You may give or take only roles below yours, within your own scope.',
  },
  'identity.grant_to_self': {
    kind: 'forbidden',
    zh: '不能给自己授予或收回角色。',
    en: 'You cannot give roles to yourself or take them from yourself.',
  },
  'identity.roles_incompatible': {
    kind: 'conflict',
    zh: '“{role}”与此人已有的“{other}”不能由一人兼任。',
    en: 'The roles “{role}” and “{other}” may not be held by one person.',
  },
  'identity.already_granted': { kind: 'conflict', zh: '此人已有这个角色。', en: 'This person already has the role.' },
  'identity.not_on_self': {
    kind: 'forbidden',
    zh: '不能对自己的账号执行此操作。',
    en: 'You cannot do this to your own account.',
  },
  'identity.invitation_for_other': {
    kind: 'conflict',
    zh: '这份邀请发给了另一个账号，请用那个账号登录后接受。',
    en: 'This invitation was sent to another account. Sign in with that account to accept it.',
  },
  'identity.last_administrator': {
    kind: 'conflict',
    zh: '至少要保留一位系统管理员。',
    en: 'At least one administrator must remain.',
  },
  'identity.invitation_not_valid': {
    kind: 'gone',
    zh: '邀请链接无效、已使用、已撤回或已过期。',
    en: 'The invitation is unknown, used, withdrawn or expired.',
  },
  'identity.invitation_sign_in_first': {
    kind: 'conflict',
    zh: '这个邮箱或手机号已有账号，请先登录再接受邀请。',
    en: 'There is already an account for this address. Sign in before accepting.',
  },
  'identity.invitation_not_open': {
    kind: 'conflict',
    zh: '邀请已被接受或撤回。',
    en: 'The invitation was already accepted or withdrawn.',
  },
  'identity.link_not_valid': {
    kind: 'gone',
    zh: '链接无效、已撤销或已过期。',
    en: 'The link is unknown, withdrawn or expired.',
  },
  'identity.credit_code_wrong': {
    kind: 'invalid',
    zh: '统一社会信用代码不对：应为 18 位且校验位正确。',
    en: 'Not a valid unified social credit code: 18 characters with a correct check digit.',
  },
  'identity.credit_code_taken': {
    kind: 'conflict',
    zh: '这个统一社会信用代码已登记，请联系该单位经办人加入。',
    en: 'This credit code is already registered. Ask its agent to add you.',
  },
  'identity.credit_code_valid': {
    kind: 'invalid',
    zh: '代码校验正确，不需要特批。',
    en: 'The code passes its check; no override is needed.',
  },
  'identity.evidence_missing': { kind: 'invalid', zh: '还缺材料：{kinds}。', en: 'Papers are missing: {kinds}.' },
  'identity.reason_required': { kind: 'invalid', zh: '请写明理由。', en: 'Please give the reason.' },
  'identity.own_organisation': {
    kind: 'forbidden',
    zh: '不能审核自己经办的单位。',
    en: 'You cannot decide on an organisation you act for.',
  },
  'identity.not_an_agent': {
    kind: 'forbidden',
    zh: '您不是该单位的经办人。',
    en: 'You do not act for this organisation.',
  },
  'identity.no_such_person': {
    kind: 'invalid',
    zh: '没有使用这个邮箱或手机号的账号，请对方先注册。',
    en: 'Nobody has an account with this address. Ask them to sign up first.',
  },
  'identity.audit_too_many': {
    kind: 'invalid',
    zh: '符合条件的记录超过 {max} 条，请缩小时间范围。',
    en: 'More than {max} records match. Please narrow the period.',
  },
  'identity.roles_held': {
    kind: 'conflict',
    zh: '您还担任工作角色，请先由管理员收回后再注销账号。',
    en: 'You still hold a staff role. Have it taken back before deleting the account.',
  },
  'identity.last_agent': { kind: 'conflict', zh: '单位至少要保留一位经办人。', en: 'At least one agent must remain.' },
} as const satisfies ErrorCatalogue;
