import { api } from '@/api/client';
import type { Schema } from '@/api/types';

export type CodeSent = Schema<'CodeSent'>;
export type DemoAccount = Schema<'DemoAccountView'>;

export const sessionApi = {
  byPassword: (login: string, password: string) => api.post('/sessions', { body: { login, password } }),
  requestCode: (login: string) => api.post('/sessions/code/request', { body: { login } }),
  byCode: (login: string, code: string) => api.post('/sessions/code', { body: { login, code } }),
  secondFactor: (code: string) => api.post('/sessions/second-factor', { body: { code } }),
  demoAccounts: () => api.get('/demo/accounts'),
  requestSignUpCode: (address: string) => api.post('/sign-up/code', { body: { address } }),
};
