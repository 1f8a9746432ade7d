import type { Rubric } from '@haishi/review/rules';
import { computed, type Ref, watch } from 'vue';
import { newKey } from '@/api/client';
import { readStored } from '@/features/roadshow/device-store';
import { type Typed, useTypedSheet } from '@/features/roadshow/typed-sheet';
import { standingOf } from './keyed';
import type { KeyedSeat } from './keyed-api';
import type { KeyingQueue, QueuedKeying } from './keying-queue';

/** One person's keying of one sheet: what is typed survives a reload, what goes out is in the queue. */
export function useKeying(queue: KeyingQueue, prefix: string, name: string, rubric: Rubric, seat: Ref<KeyedSeat>) {
  const draft = prefix + name;
  const { scores, comment, faults, complete, total, fill, given, says } = useTypedSheet(rubric);
  const standing = computed(() => standingOf(seat.value));
  const waiting = computed(() => queue.waiting.has(name));
  const sending = computed(() => queue.sending.has(name));
  const problem = computed(() => queue.problems.get(name) ?? null);
  fill(queue.waiting.get(name) ?? readStored<Typed>(draft) ?? standing.value);

  /** Whether what stands here is what the server has of this person. */
  const same = computed(() => standing.value !== null && says(standing.value));
  watch([scores, comment], () => {
    if (same.value) localStorage.removeItem(draft);
    else localStorage.setItem(draft, JSON.stringify({ scores, comment: comment.value }));
  });

  /** What stands here, to be handed in. */
  const keying = (): QueuedKeying => ({
    keyId: newKey(),
    revision: seat.value.revision,
    replaces: standing.value?.keyId ?? null,
    scores: given(),
    comment: comment.value.trim(),
  });
  return { scores, comment, faults, complete, total, standing, same, waiting, sending, problem, keying };
}
