import { useQuery } from '@tanstack/vue-query';
import { computed, onScopeDispose, type Ref, watch } from 'vue';
import { useRouter } from 'vue-router';
import { api } from '@/api/client';
import { toProblem } from '@/api/problem';
import { useNow } from '@/shared/format/use-now';
import type { Desk, DeskEntry } from './judging-api';

/** Why there is nothing to show; where the server is out of reach for a while, the judge goes on with what is there. */
export function inTheWay({ error, data }: { error: Ref<unknown>; data: Ref<unknown> }) {
  return computed(() => {
    if (error.value === null) return null;
    const problem = toProblem(error.value);
    return problem.passing && data.value !== undefined ? null : problem;
  });
}

/** What a judge was given in an online review, how far they are and until when, and the way from one entry to the next. */
export function useJudging(round: () => string, entry: () => string | undefined) {
  const router = useRouter();
  const query = useQuery({
    queryKey: ['/reviews', computed(round)],
    queryFn: ({ signal }) => api.get<Desk>('/reviews/{round}', { path: { round: round() }, signal }),
  });
  const desk = computed(() => query.data.value);
  const problem = inTheWay(query);
  const open = computed(() => desk.value?.state === 'open');
  const now = useNow();
  /** Sheets are late after the second that the end names. */
  const pastDue = computed(() => {
    const dueAt = desk.value?.dueAt;
    return open.value && Boolean(dueAt) && Math.floor(now.value / 1000) > Math.floor(Date.parse(dueAt!) / 1000);
  });
  const takes = computed(() => open.value && !(pastDue.value && desk.value?.lateSheets === 'refused'));
  const undeclared = computed(() => desk.value?.entries.filter(({ declared }) => !declared) ?? []);
  const ready = computed(() => desk.value?.accepted === true && (undeclared.value.length === 0 || !open.value));
  const entries = computed(() => desk.value?.entries.filter(({ declared }) => declared) ?? []);
  const at = computed(() => entries.value.findIndex(({ entryId }) => entryId === entry()));
  const isLeft = ({ state, open: taken }: DeskEntry) => taken && state !== 'scored';
  const left = computed(() => entries.value.filter(isLeft).length);

  /** The first project that is left is opened where none is named. */
  watch(
    [ready, entry, entries],
    () => {
      if (!ready.value || entries.value.length === 0 || at.value !== -1) return;
      const next = entries.value.find(isLeft) ?? entries.value[0]!;
      void router.replace(`/reviews/${round()}/${next.entryId}`);
    },
    { immediate: true },
  );

  function go(by: 1 | -1): void {
    const target = entries.value[at.value + by];
    if (target) void router.push(`/reviews/${round()}/${target.entryId}`);
  }
  function goToTodo(): void {
    const order = [...entries.value.slice(at.value + 1), ...entries.value.slice(0, at.value)];
    const target = order.find(isLeft);
    if (target) void router.push(`/reviews/${round()}/${target.entryId}`);
  }
  function keys(event: KeyboardEvent): void {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    go(event.key === 'ArrowRight' ? 1 : -1);
  }
  window.addEventListener('keydown', keys);
  onScopeDispose(() => window.removeEventListener('keydown', keys));

  return { query, desk, open, pastDue, takes, undeclared, ready, problem, entries, at, left, go, goToTodo };
}
