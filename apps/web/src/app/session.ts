import type { Grant, LocalText, Permission } from '@haishi/contracts';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { api } from '@/api/client';
import { type ApiProblem, toProblem } from '@/api/problem';

export interface Session {
  person: { id: string; name: string; mail: string | null; phone: string | null } | null;
  grants: Grant[];
  permissions: Permission[];
  /** Whether this session passed its second factor. */
  secondFactor: boolean;
  /** Whether a role of the person demands one that is not passed yet. */
  secondFactorRequired: boolean;
  features: { demo: boolean; mailPage: boolean };
  site: { icp: string | null; police: string | null };
}

/** An account of the demonstration, shown where it is loaded. */
export interface DemoAccount {
  login: string;
  password: string;
  role: LocalText;
}

/** Who is signed in, and what they may do. */
export const useSession = defineStore('session', () => {
  const current = ref<Session | null>(null);
  /** Why the server could not be asked, until it can. */
  const problem = ref<ApiProblem | null>(null);
  let pending: Promise<Session> | undefined;

  /** Asks the server once; `renew` asks again. */
  function load(renew = false): Promise<Session> {
    if (renew) pending = undefined;
    pending ??= api.get<Session>('/session').then(
      (session) => {
        problem.value = null;
        current.value = session;
        return session;
      },
      (error: unknown) => {
        pending = undefined;
        problem.value = toProblem(error);
        throw error;
      },
    );
    return pending;
  }

  /** Ends the session on the server and here. */
  async function signOut(): Promise<void> {
    await api.delete('/sessions/current');
    await load(true);
  }

  const person = computed(() => current.value?.person ?? null);
  const may = (...permissions: readonly Permission[]): boolean =>
    permissions.length === 0 || permissions.some((permission) => current.value?.permissions.includes(permission));

  return { current, problem, person, load, signOut, may };
});
