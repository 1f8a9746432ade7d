import { describe, expect, it } from 'vitest';
import { mayResetPassword } from './account.rules.js';

const begun = new Date('2026-05-01T08:00:00Z');
const after = (seconds: number) => new Date(begun.getTime() + seconds * 1000);

describe('a new password without the old one', () => {
  it('may be set within ten minutes of a sign-in by code', () => {
    expect(mayResetPassword({ method: 'code', createdAt: begun }, after(600))).toBe(true);
    expect(mayResetPassword({ method: 'code', createdAt: begun }, after(601))).toBe(false);
  });

  it('may not after any other sign-in', () => {
    for (const method of ['password', 'invitation', 'sign_up'])
      expect(mayResetPassword({ method, createdAt: begun }, begun)).toBe(false);
  });
});
