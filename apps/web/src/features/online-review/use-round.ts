import { ONLINE_REVIEW, type OnlineReviewDelta, type OnlineReviewSnapshot } from '@haishi/contracts';
import { useQuery } from '@tanstack/vue-query';
import { computed, onScopeDispose, watch } from 'vue';
import { api } from '@/api/client';
import { toProblem } from '@/api/problem';
import { FRESH, freshAnswer } from '@/shared/form/fresh-answer';
import { useChannel } from '@/shared/live/use-channel';
import type { Round } from './review-api';

/** The milliseconds after which the judges are read anew once something happened. */
const SHEETS_MS = 10_000;

/** The online review of a stage, with what the channel pushes of it; read anew where a search has ended. */
export function useRound(edition: () => string, stage: () => string) {
  const query = useQuery({
    queryKey: ['review-round', computed(edition), computed(stage)],
    queryFn: ({ signal }) =>
      api.get<Round>('/editions/{edition}/stages/{stage}/review', {
        path: { edition: edition(), stage: stage() },
        signal,
      }),
    ...FRESH,
  });
  const view = freshAnswer(query);
  const live = useChannel<OnlineReviewSnapshot, OnlineReviewDelta>(
    ONLINE_REVIEW,
    () => query.data.value?.id,
    (held, delta) => ({ ...held, ...delta }),
  );
  const round = computed((): Round | undefined => {
    const pushed = live.state.value;
    return view.value && pushed ? { ...view.value, progress: pushed.progress } : view.value;
  });
  const problem = computed(() => (query.error.value ? toProblem(query.error.value) : null));
  /** The search that is under way, as it is pushed. */
  const running = computed(() => (live.state.value?.run?.state === 'running' ? live.state.value.run : null));

  // Searches that ended and pairs that changed are shown at once; sheets come too often for that.
  watch(
    () => {
      const { run, progress } = live.state.value ?? {};
      return `${run?.number} ${run?.state} ${progress?.expected}`;
    },
    () => void query.refetch(),
  );
  let later: ReturnType<typeof setTimeout> | undefined;
  watch(live.state, () => {
    later ??= setTimeout(() => {
      later = undefined;
      void query.refetch();
    }, SHEETS_MS);
  });
  onScopeDispose(() => clearTimeout(later));
  return {
    round,
    running,
    live,
    problem,
    /** Whether the stage has no review yet. */
    missing: computed(() => !query.data.value && problem.value?.status === 404),
    reload: () => query.refetch(),
  };
}
