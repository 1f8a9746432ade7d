import { useQuery, useQueryClient } from '@tanstack/vue-query';
import { computed, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { api } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import { useSubmit } from '@/shared/form/form';
import { useToast } from '@/shared/ui/toast';

const ASKED_EVERY_MS = 700;

/** Sends all invitations of a kind, and follows how far that is. */
export function useSending(fairId: string, onDone: () => void) {
  const { t } = useI18n();
  const toast = useToast();
  const client = useQueryClient();
  const jobId = ref('');
  const job = useQuery({
    queryKey: ['job', jobId],
    queryFn: ({ signal }) => api.get('/jobs/{id}', { path: { id: jobId.value }, signal }),
    enabled: () => jobId.value !== '',
    refetchInterval: ASKED_EVERY_MS,
  });
  const start = useSubmit((key, which: 'unsent' | 'unanswered') =>
    api.post('/fairs/{fair}/invitations/send', { path: { fair: fairId }, body: { which }, key }),
  );
  const running = computed(() => jobId.value !== '');

  watch(job.data, (state) => {
    if (!state?.finishedAt) return;
    client.removeQueries({ queryKey: ['job', jobId.value] });
    jobId.value = '';
    if (state.error) toast.failed(new ApiProblem(state.error.code, 409, state.error.detail));
    else toast.done(t('guests.sentDone', { count: Number((state.result as { sent?: number } | null)?.sent ?? 0) }));
    onDone();
  });

  async function send(which: 'unsent' | 'unanswered'): Promise<void> {
    const begun = await start.run(which);
    if (begun) jobId.value = begun.jobId;
    else toast.failed(start.problem.value);
  }
  return { send, running, busy: computed(() => start.busy.value || running.value), job: job.data };
}
