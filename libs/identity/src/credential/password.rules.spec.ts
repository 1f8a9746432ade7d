import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password.rules.js';

describe('a new password', () => {
  it.each(['Tai-hang9', '滹沱河水Abc9', 'correct Horse 7', 'aB3$efgh', 'abcd-123x'])('takes %s', (password) => {
    expect(passwordProblem(password, [])).toBeUndefined();
  });

  it.each(['aB3$efg', 'alllowercase1', 'ALLUPPER99', '1234567890-', '', '太行山太行山太行山'])(
    'is too weak: %s',
    (password) => {
      expect(passwordProblem(password, [])).toBe('identity.password_too_weak');
    },
  );

  it('counts characters, not code units', () => {
    expect(passwordProblem('𠮷𠮷aB1$x', [])).toBe('identity.password_too_weak');
    expect(passwordProblem('𠮷𠮷aB1$xy', [])).toBeUndefined();
  });

  it.each(['P@ssw0rd', 'Abc12345', 'Abc-12345', 'Qwerty123!', 'Admin@2026', 'Aaaa-1111', 'A1a1a1a1-'])(
    'is too common: %s',
    (password) => {
      expect(passwordProblem(password, [])).toBe('identity.password_too_common');
    },
  );

  it('does not hold the login', () => {
    expect(passwordProblem('Zhang.san-9', ['zhang.san@example.com'])).toBe('identity.password_holds_login');
    expect(passwordProblem('x13800138000Y', ['13800138000'])).toBe('identity.password_holds_login');
    expect(passwordProblem('Li-9876543', ['li@example.com'])).toBeUndefined();
    expect(passwordProblem('Wang-9876543', ['wang@example.com'])).toBe('identity.password_holds_login');
  });
});
