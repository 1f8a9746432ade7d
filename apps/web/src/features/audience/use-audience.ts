import { type AudienceAnswer, type AudienceDelta, type AudienceSnapshot, ROADSHOW_AUDIENCE } from '@haishi/contracts';
import { computed, type ComputedRef, onScopeDispose, ref, type Ref, shallowRef, watch } from 'vue';
import { api } from '@/api/client';
import { type ApiProblem, toProblem } from '@/api/problem';
import { serverNow } from '@/shared/format/server-clock';
import { useChannel } from '@/shared/live/use-channel';
import { useNow } from '@/shared/format/use-now';
import { applyAudience } from './audience-state';

/** Between two questions while there is no live connection, and while the page is closed, in milliseconds. */
const ASK_MS = 5_000;
const CLOSED_MS = 15_000;
/** Without news for longer than this, the page says that it stands still. */
const STALE_MS = 8_000;

export interface Audience {
  /** Null until it was answered once, and while the page is closed. */
  state: ComputedRef<AudienceSnapshot | null>;
  closed: Ref<boolean>;
  /** Why nothing can be shown. */
  problem: ComputedRef<ApiProblem | null>;
  /** The moment at which the page stands still, by the server's clock; null while it is up to date. */
  staleSince: ComputedRef<number | null>;
  again: () => Promise<void>;
}

/**
 * Follows a session: asks once without a socket, so that there is something to see soon, then listens from there on.
 * Without a live connection it goes on asking; where the page is closed, it asks now and then whether that has changed.
 */
export function useAudience(id: string): Audience {
  const answer = shallowRef<AudienceAnswer | null>(null);
  const answeredAt = ref(0);
  const closed = ref(false);
  const failed = shallowRef<ApiProblem | null>(null);
  const followed = ref<string | null>(null);
  const live = useChannel<AudienceSnapshot, AudienceDelta>(ROADSHOW_AUDIENCE, followed, applyAudience, {
    held: () => answer.value && { seq: answer.value.seq, state: answer.value.snapshot },
  });
  const now = useNow();

  async function ask(): Promise<void> {
    try {
      const got = await api.get<AudienceAnswer>('/sessions/{id}/audience', { path: { id } });
      if (!live.fresh.value) answer.value = got;
      answeredAt.value = serverNow();
      failed.value = null;
      closed.value = false;
      followed.value = id;
    } catch (error) {
      const problem = toProblem(error);
      if (problem.status === 404) shut();
      else failed.value = problem;
    }
  }

  function shut(): void {
    closed.value = true;
    followed.value = null;
    answer.value = null;
    failed.value = null;
  }

  // What the channel tells is newer than any answer from then on.
  watch(live.fresh, (fresh) => {
    if (fresh) answer.value = null;
  });
  watch(live.refused, (code) => {
    if (code !== '') shut();
  });

  let timer: ReturnType<typeof setTimeout>;
  /** Phones of a whole hall do not ask in the same moment. */
  function later(): void {
    const wait = (closed.value ? CLOSED_MS : ASK_MS) * (1 + Math.random() / 2);
    timer = setTimeout(() => void look(), wait);
  }
  async function look(): Promise<void> {
    clearTimeout(timer);
    if (!document.hidden && !live.fresh.value) await ask();
    later();
  }
  const wake = () => void look();
  void look();
  document.addEventListener('visibilitychange', wake);
  addEventListener('online', wake);
  onScopeDispose(() => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', wake);
    removeEventListener('online', wake);
  });

  const state = computed(() => (closed.value ? null : (answer.value?.snapshot ?? live.state.value)));
  return {
    state,
    closed,
    problem: computed(() => (state.value || closed.value ? null : failed.value)),
    staleSince: computed(() => {
      const known = Math.max(live.freshAt.value, answeredAt.value);
      return live.fresh.value || state.value === null || now.value - known < STALE_MS ? null : known;
    }),
    again: ask,
  };
}
