import type { Rubric } from '@haishi/review/rules';
import { computed, ref, type Ref, watch } from 'vue';
import { newKey } from '@/api/client';
import { readStored } from './device-store';
import type { OwnSheet, Receipt } from './roadshow-api';
import type { SheetQueue } from './sheet-queue';
import { BLANK, type Typed, useTypedSheet } from './typed-sheet';

/**
 * One judge's sheet for one entry: typed values survive a reload, a submission goes through the queue. `held` is what the
 * server has.
 */
export function useSheet(queue: SheetQueue, entryId: string, rubric: Rubric, held: Ref<OwnSheet | undefined>) {
  const name = queue.draftName(entryId);
  const { scores, comment, faults, complete, total, fill, given, says } = useTypedSheet(rubric);
  const waiting = computed(() => queue.waiting.get(entryId) ?? null);
  const sending = computed(() => queue.sending.has(entryId));
  const problem = computed(() => queue.problems.get(entryId) ?? null);
  const revision = ref(held.value?.revision ?? 0);
  fill(waiting.value ?? readStored<Typed>(name) ?? held.value);

  /** Whether what stands here is what the server has. */
  const stored = computed(() => held.value !== undefined && says(held.value));

  watch([scores, comment], () => {
    if (stored.value) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify({ scores, comment: comment.value }));
  });

  /** Takes over what the server holds, such as another tab's submission. */
  function takeOver(sheet: OwnSheet | Receipt): void {
    revision.value = sheet.revision;
    queue.problems.delete(entryId);
    fill(sheet);
  }

  /** Hands the sheet in; resolves once it was tried, while it may still wait for the network. */
  function submit(): Promise<void> {
    return queue.submit(entryId, {
      sheetKey: newKey(),
      revision: revision.value,
      scores: given(),
      comment: comment.value.trim(),
    });
  }

  // A desk that came up as it was told last learns only now what the server has: nothing typed stands against it.
  watch(held, (now, before) => {
    if (now && !waiting.value && says(before ?? BLANK)) fill(now);
  });
  watch(
    [held, problem],
    () => {
      const theirs = problem.value?.data['sheet'] as Receipt | undefined;
      revision.value = Math.max(revision.value, held.value?.revision ?? 0, theirs?.revision ?? 0);
    },
    { immediate: true },
  );

  return { scores, comment, faults, complete, total, stored, waiting, sending, problem, submit, takeOver };
}
