import type { Grant, Locale, Permission } from '@haishi/contracts';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { api } from '@/api/client';
import { type ApiProblem, toProblem } from '@/api/problem';

export interface SessionPerson {
  id: string;
  name: string;
  mail: string | null;
  phone: string | null;
  locale: Locale;
  version: number;
}

export interface Session {
  person: SessionPerson | null;
  grants: Grant[];
  /** In force now. */
  permissions: Permission[];
  /** Whether this session passed its second factor. */
  secondFactor: boolean;
  /** Whether some role waits for a second factor. */
  secondFactorRequired: boolean;
  secondFactorEnrolled: boolean;
  /** Whether the privacy notice in force was agreed to. */
  privacyAgreed: boolean;
  features: { demo: boolean; mailPage: boolean };
  site: { icp?: string; police?: string };
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
