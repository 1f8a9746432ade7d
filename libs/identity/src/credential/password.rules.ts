import type { ErrorCode } from '@haishi/contracts';
import { COMMON_PASSWORDS } from './common-passwords.js';

export const PASSWORD_MIN_LENGTH = 8;
export const PASSWORD_MAX_LENGTH = 128;
const CLASSES = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];
const SHORTEST_LOGIN_LOOKED_FOR = 4;

/**
 * What is wrong with a new password, or `undefined`. At least 8 characters of 3 classes (MLPS 2.0 等保,
 * GB/T 22239-2019), not among the commonest, and not built around one of the person's `logins`.
 */
export function passwordProblem(password: string, logins: readonly string[]): ErrorCode | undefined {
  const classes = CLASSES.filter((one) => one.test(password)).length;
  if ([...password].length < PASSWORD_MIN_LENGTH || classes < 3) return 'identity.password_too_weak';
  const plain = password
    .toLowerCase()
    .replace(/@/g, 'a')
    .replace(/\$/g, 's')
    .replace(/[^a-z0-9]/g, '');
  const withoutSigns = password.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(withoutSigns) || new Set(plain).size < 4)
    return 'identity.password_too_common';
  const lower = password.toLowerCase();
  const parts = logins.map((login) => login.toLowerCase().split('@')[0]!);
  if (parts.some((part) => part.length >= SHORTEST_LOGIN_LOOKED_FOR && lower.includes(part)))
    return 'identity.password_holds_login';
  return undefined;
}
