import type { Permission } from '@haishi/contracts';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { api } from '@/api/client';
import { type ApiProblem, toProblem } from '@/api/problem';
import type { Schema } from '@/api/types';
import { forgetPerson, forgetSeenByOthers } from './own-data';

export type SessionPerson = Schema<'AccountPerson'>;
/** Who is signed in, and what pages need to know before anything else. */
export type Session = Schema<'SessionView'>;

/** Milliseconds the server may take to say who is signed in. */
export const ANSWER_MS = 15_000;

/** Who is signed in, and what they may do. */
export const useSession = defineStore('session', () => {
  const current = ref<Session | null>(null);
  /** Why the server could not be asked, until it can. */
  const problem = ref<ApiProblem | null>(null);
  let pending: Promise<Session> | undefined;

  async function ask(): Promise<Session> {
    try {
      current.value = await api.get('/session', { signal: AbortSignal.timeout(ANSWER_MS) });
      problem.value = null;
      forgetSeenByOthers(current.value.person?.id);
      return current.value;
    } catch (error) {
      pending = undefined;
      problem.value = toProblem(error);
      throw error;
    }
  }

  /** Asks the server once; `renew` asks again. */
  function load(renew = false): Promise<Session> {
    if (renew) pending = undefined;
    pending ??= ask();
    return pending;
  }

  /** Ends the session on the server and here, with all that the device keeps of the person. */
  async function signOut(): Promise<void> {
    const id = current.value?.person?.id;
    await api.delete('/sessions/current');
    if (id) forgetPerson(id);
    await load(true);
  }

  const person = computed(() => current.value?.person ?? null);
  const may = (...permissions: readonly Permission[]): boolean =>
    permissions.length === 0 || permissions.some((permission) => current.value?.permissions.includes(permission));

  return { current, problem, person, load, signOut, may };
});
