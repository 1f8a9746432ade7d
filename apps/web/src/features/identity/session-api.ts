import type { LocalText } from '@haishi/contracts';
import { api } from '@/api/client';

/** What a sign-in leads to: done, or a second step. */
export interface SignInAnswer {
  secondFactorRequired: boolean;
  /** Whether an authenticator is set up. */
  secondFactorEnrolled: boolean;
}

/** An account of the demonstration; `code` is its second factor at this moment, absent where its role needs none. */
export interface DemoAccount {
  role: LocalText;
  login: string;
  password: string;
  code: string | null;
}

export const sessionApi = {
  byPassword: (login: string, password: string) => api.post<SignInAnswer>('/sessions', { body: { login, password } }),
  requestCode: (login: string) => api.post('/sessions/code/request', { body: { login } }),
  byCode: (login: string, code: string) => api.post<SignInAnswer>('/sessions/code', { body: { login, code } }),
  secondFactor: (code: string) => api.post('/sessions/second-factor', { body: { code } }),
  demoAccounts: () => api.get<DemoAccount[]>('/demo/accounts'),
};
