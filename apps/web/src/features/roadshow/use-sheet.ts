import { checkSheet, type Rubric, type Scores, sheetTotal } from '@haishi/review/rules';
import { computed, onScopeDispose, reactive, ref, type Ref, watch } from 'vue';
import { api, newKey } from '@/api/client';
import { type ApiProblem, toProblem } from '@/api/problem';
import type { OwnSheet, Receipt } from './roadshow-api';

/** What is on its way to the server, kept on the device until the server has answered. */
interface Waiting {
  sheetKey: string;
  revision: number;
  scores: Scores;
  comment: string;
}

const RETRY_MS = 3000;

/**
 * One judge's sheet for one entry: typed values survive a reload, a submission survives a lost network, and is delivered
 * once, since every attempt carries the same key. `held` is what the server has.
 */
export function useSheet(
  sessionId: string,
  entryId: string,
  rubric: Rubric,
  held: Ref<OwnSheet | undefined>,
  onStored: (receipt: Receipt) => void,
) {
  const name = `haishi.sheet.${sessionId}.${entryId}`;
  const scores = reactive<Record<string, number | null>>({});
  const comment = ref('');
  const waiting = ref<Waiting | null>(read<Waiting>(`${name}.waiting`));
  const sending = ref(false);
  const problem = ref<ApiProblem | null>(null);
  const revision = ref(held.value?.revision ?? 0);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function fill(from: { scores: Record<string, number | null>; comment: string } | null | undefined): void {
    for (const { code } of rubric.criteria) scores[code] = from?.scores[code] ?? null;
    comment.value = from?.comment ?? '';
  }
  fill(waiting.value ?? read<{ scores: Scores; comment: string }>(name) ?? held.value);

  const faults = computed(() => checkSheet(rubric, { scores, comment: comment.value }));
  const complete = computed(() => faults.value.length === 0);
  const total = computed(() => sheetTotal(rubric, given(scores)));
  /** Whether what stands here is what the server has. */
  const stored = computed(
    () =>
      held.value !== undefined &&
      held.value.comment === comment.value.trim() &&
      rubric.criteria.every(({ code }) => held.value!.scores[code] === scores[code]),
  );

  watch([scores, comment], () => {
    if (stored.value) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify({ scores, comment: comment.value }));
  });

  /** Takes over what the server holds, such as another tab's submission. */
  function takeOver(sheet: OwnSheet | Receipt): void {
    revision.value = sheet.revision;
    fill(sheet);
  }

  async function deliver(): Promise<void> {
    clearTimeout(timer);
    if (!waiting.value || sending.value) return;
    sending.value = true;
    try {
      const receipt = await api.put<Receipt>('/sessions/{sessionId}/entries/{entryId}/sheet', {
        path: { sessionId, entryId },
        body: waiting.value,
      });
      settle(null);
      revision.value = receipt.revision;
      localStorage.removeItem(name);
      onStored(receipt);
    } catch (error) {
      const failed = toProblem(error);
      if (failed.passing) timer = setTimeout(() => void deliver(), RETRY_MS);
      else settle(failed);
      const theirs = failed.data['sheet'] as Receipt | undefined;
      if (failed.code === 'review.sheet_changed' && theirs) revision.value = theirs.revision;
    } finally {
      sending.value = false;
    }
  }

  /** Hands the sheet in; resolves once it was tried, while it may still wait for the network. */
  function submit(): Promise<void> {
    problem.value = null;
    waiting.value = {
      sheetKey: newKey(),
      revision: revision.value,
      scores: given(scores),
      comment: comment.value.trim(),
    };
    localStorage.setItem(`${name}.waiting`, JSON.stringify(waiting.value));
    return deliver();
  }

  function settle(failed: ApiProblem | null): void {
    waiting.value = null;
    problem.value = failed;
    localStorage.removeItem(`${name}.waiting`);
  }

  watch(held, (sheet) => {
    if (sheet && sheet.revision > revision.value) revision.value = sheet.revision;
  });
  const atOnce = () => void deliver();
  window.addEventListener('online', atOnce);
  onScopeDispose(() => {
    clearTimeout(timer);
    window.removeEventListener('online', atOnce);
  });
  void deliver();

  return { scores, comment, faults, complete, total, stored, waiting, sending, problem, submit, takeOver };
}

const given = (scores: Record<string, number | null>): Scores =>
  Object.fromEntries(Object.entries(scores).filter((pair): pair is [string, number] => pair[1] !== null));

function read<Value>(name: string): Value | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}
