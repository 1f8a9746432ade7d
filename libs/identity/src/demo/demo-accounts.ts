import type { Role } from '@haishi/contracts';

/** An account of the demonstration that anybody at the panel may use. */
export interface DemoAccount {
  personId: string;
  role: Role | 'entrant' | 'graduate';
  name: string;
  login: string;
  password: string;
}

/** Knows the demonstration's accounts; provided by the composition root under {@link DEMO_ACCOUNTS}. */
export interface DemoAccounts {
  list(): Promise<readonly DemoAccount[]>;
}

/** Injection token of {@link DemoAccounts}; without a provider there are none. */
export const DEMO_ACCOUNTS = Symbol('DemoAccounts');
