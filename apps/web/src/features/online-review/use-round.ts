import { ONLINE_REVIEW, type OnlineReviewDelta, type OnlineReviewSnapshot } from '@haishi/contracts';
import { useQuery } from '@tanstack/vue-query';
import { computed, watch } from 'vue';
import { api } from '@/api/client';
import { toProblem } from '@/api/problem';
import { useChannel } from '@/shared/live/use-channel';
import type { Round } from './review-api';

/** The online review of a stage, with what the channel pushes of it; read anew where a search has ended. */
export function useRound(edition: () => string, stage: () => string) {
  const query = useQuery({
    queryKey: ['review-round', computed(edition), computed(stage)],
    queryFn: ({ signal }) =>
      api.get<Round>('/editions/{edition}/stages/{stage}/review', {
        path: { edition: edition(), stage: stage() },
        signal,
      }),
  });
  const live = useChannel<OnlineReviewSnapshot, OnlineReviewDelta>(
    ONLINE_REVIEW,
    () => query.data.value?.id,
    (held, delta) => ({ ...held, ...delta }),
  );
  const round = computed((): Round | undefined => {
    const view = query.data.value;
    const pushed = live.state.value;
    return view && pushed ? { ...view, progress: pushed.progress } : view;
  });
  const problem = computed(() => (query.error.value ? toProblem(query.error.value) : null));
  /** The search that is under way, as it is pushed. */
  const running = computed(() => (live.state.value?.run?.state === 'running' ? live.state.value.run : null));

  watch(
    () => {
      const run = live.state.value?.run;
      return run ? `${run.number} ${run.state}` : '';
    },
    () => void query.refetch(),
  );
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
