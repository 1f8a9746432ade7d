import { api } from '@/api/client';

/** The answer to asking for a one-time code; the same whether anybody has the address or not. */
export interface CodeSent {
  expiresInSeconds: number;
  againInSeconds: number;
}

/** An account of the demonstration; `totp` is its second factor at this moment, null where its role needs none. */
export interface DemoAccount {
  role: string;
  name: string;
  login: string;
  password: string;
  totp: { code: string; secondsLeft: number } | null;
}

export const sessionApi = {
  byPassword: (login: string, password: string) =>
    api.post<{ expiresAt: string }>('/sessions', { body: { login, password } }),
  requestCode: (login: string) => api.post<CodeSent>('/sessions/code/request', { body: { login } }),
  byCode: (login: string, code: string) => api.post<{ expiresAt: string }>('/sessions/code', { body: { login, code } }),
  secondFactor: (code: string) => api.post('/sessions/second-factor', { body: { code } }),
  demoAccounts: () => api.get<{ items: DemoAccount[] }>('/demo/accounts'),
  requestSignUpCode: (address: string) => api.post<CodeSent>('/sign-up/code', { body: { address } }),
};
