import { type DeskDelta, type DeskSnapshot, ROADSHOW_DESK, ROADSHOW_ENDED } from '@haishi/contracts';
import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, onScopeDispose, watch } from 'vue';
import { useRouter } from 'vue-router';
import { api } from '@/api/client';
import { toProblem } from '@/api/problem';
import { useSession } from '@/app/session';
import { useChannel } from '@/shared/live/use-channel';
import { forgetDesk, keepDesk, readDesk } from './kept-desk';
import type { JudgeDeskData, OwnSheet, Receipt } from './roadshow-api';
import { applyDesk } from './roadshow-state';

/** Milliseconds between two attempts to ask who is signed in. */
const RETRY_MS = 3000;

/**
 * A judge's desk as the server tells it; where the tablet was reloaded without a network, as it was told last, until the
 * server is there again and says whose desk it is. `personId` is empty where nobody can say.
 */
export function useDesk(id: string) {
  const session = useSession();
  const router = useRouter();
  const client = useQueryClient();
  const known = session.current !== null;
  const kept = readDesk(id, session.person?.id);
  const personId = session.person?.id ?? kept?.personId ?? '';

  const live = useChannel<DeskSnapshot, DeskDelta>(ROADSHOW_DESK, id, applyDesk);
  const key = ['/sessions', id, 'desk'];
  const desk = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<JudgeDeskData>('/sessions/{id}/desk', { path: { id }, signal }),
    // Without a network it fails and says so, where it would wait for one without a word.
    networkMode: 'always',
    refetchOnReconnect: true,
    ...(kept ? { initialData: kept.own, initialDataUpdatedAt: 0 } : {}),
  });
  const state = computed(() => live.state.value ?? kept?.state ?? null);
  const own = computed(() => desk.data.value);
  /** What keeps the judge from the desk, as against a network that is gone for a while. */
  const problem = computed(() => {
    const error = desk.error.value;
    return error && (!own.value || !toProblem(error).passing) ? error : null;
  });
  /** When what is shown was told. */
  const freshAt = computed(() => live.freshAt.value || (live.state.value ? 0 : (kept?.at ?? 0)));

  watch([live.state, desk.data], ([now, data]) => {
    if (!now || !data || !session.person) return;
    if (ROADSHOW_ENDED.includes(now.header.state)) forgetDesk(personId, id);
    else keepDesk(personId, id, now, data);
  });
  watch(live.refused, (code) => code && forgetDesk(personId, id));

  /** Takes over what the server has of a sheet. */
  async function received(receipt: Receipt): Promise<void> {
    const sheet: OwnSheet = { ...receipt, state: 'stored', reopenReason: null };
    // What is on its way here may have been read before.
    const reading = desk.isFetching.value;
    if (reading) await client.cancelQueries({ queryKey: key });
    client.setQueryData<JudgeDeskData>(
      key,
      (data) => data && { ...data, sheets: [...data.sheets.filter((one) => one.entryId !== sheet.entryId), sheet] },
    );
    if (reading) await desk.refetch();
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  /** The page was opened without knowing who is there: as soon as the server can say, it is opened as usual. */
  async function recognise(): Promise<void> {
    try {
      const { person } = await session.load();
      if (person && person.id !== personId) location.reload();
      else await Promise.all([router.replace({ ...router.currentRoute.value, force: true }), desk.refetch()]);
    } catch {
      timer = setTimeout(() => void recognise(), RETRY_MS);
    }
  }
  if (!known) void recognise();
  onScopeDispose(() => clearTimeout(timer));

  // Its files are kept while the judge reads the desk, so that a reload finds them without a network.
  void navigator.serviceWorker?.register('/desk-worker.js', { scope: '/roadshow/' }).catch(() => undefined);

  return { personId, state, own, live, freshAt, problem, received, refetch: () => desk.refetch() };
}
