import type { Rubric } from '@haishi/review/rules';
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import { api, newKey } from '@/api/client';
import { type ApiProblem, toProblem } from '@/api/problem';
import { useSession } from '@/app/session';
import { readStored } from '@/features/roadshow/device-store';
import { type Typed, useTypedSheet } from '@/features/roadshow/typed-sheet';
import type { EntryDetail, Sheet } from './judging-api';

const QUIET_MS = 1000;
const RETRY_MS = 5000;

export type DraftState = 'saved' | 'saving' | 'offline' | 'refused';

/** What is typed, and the revision of the sheet that it goes on from. */
interface Kept extends Typed {
  revision: number;
}

/**
 * A judge's sheet of one entry: what is typed stands on this device at once and on the server a moment later, so that it is
 * there on whatever device the judge goes on; handing it in is another act. A draft goes on from one revision of the sheet, and is
 * of no use once a newer one is in: what this device still has of an older one is left, and what was under way changes nothing.
 */
export function useDraftSheet(roundId: string, detail: EntryDetail, rubric: Rubric, taken: (sheet: Sheet) => unknown) {
  const path = { round: roundId, entry: detail.entry.entryId };
  // By person: judges who share a tablet never meet each other's scores.
  const place = `haishi.review.${useSession().person!.id}.${roundId}.${path.entry}`;
  const { scores, comment, faults, complete, total, fill, given, says } = useTypedSheet(rubric);
  const held = shallowRef(detail.sheet);
  const state = ref<DraftState>('saved');
  const sending = ref(false);
  const problem = shallowRef<ApiProblem | null>(null);
  const here = readStored<Kept>(place);
  fill((here?.revision === (detail.sheet?.revision ?? 0) ? here : null) ?? detail.draft ?? detail.sheet);
  /** Whether what stands here is what was handed in. */
  const stored = computed(() => held.value !== null && says(held.value));
  /** One key for one content, so that a repetition is known as one. */
  let key = newKey();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changes = 0;
  /** Whether the server has a draft, which would stand before the sheet when the entry is opened again. */
  let kept = detail.draft !== null;
  let gone = false;
  const revision = () => held.value?.revision ?? 0;

  watch([scores, comment], () => {
    changes += 1;
    key = newKey();
    if (stored.value && !kept) return forget();
    localStorage.setItem(
      place,
      JSON.stringify({ scores, comment: comment.value, revision: revision() } satisfies Kept),
    );
    state.value = 'saving';
    schedule(QUIET_MS);
  });

  function schedule(milliseconds: number): void {
    clearTimeout(timer);
    if (!gone) timer = setTimeout(() => void save(), milliseconds);
  }

  function forget(): void {
    clearTimeout(timer);
    localStorage.removeItem(place);
    state.value = 'saved';
  }

  async function save(): Promise<void> {
    clearTimeout(timer);
    const at = changes;
    const from = revision();
    try {
      await api.put('/reviews/{round}/entries/{entry}/draft', {
        path,
        body: { revision: from, scores: given(), comment: comment.value.trim() },
      });
      if (from !== revision()) return;
      kept = true;
      if (at === changes) forget();
    } catch (error) {
      // A sheet that was handed in meanwhile made the draft one of the past.
      if (from !== revision()) return;
      const found = toProblem(error);
      state.value = found.passing ? 'offline' : 'refused';
      if (found.passing) schedule(RETRY_MS);
      else problem.value = found;
    }
  }

  async function submit(): Promise<boolean> {
    clearTimeout(timer);
    sending.value = true;
    problem.value = null;
    try {
      const sheet = await api.put<Sheet>('/reviews/{round}/entries/{entry}/sheet', {
        path,
        body: {
          sheetKey: key,
          revision: revision(),
          scores: given(),
          comment: comment.value.trim(),
        },
      });
      held.value = sheet;
      kept = false;
      forget();
      taken(sheet);
      return true;
    } catch (error) {
      problem.value = toProblem(error);
      return false;
    } finally {
      sending.value = false;
    }
  }

  /** Takes over what the server holds, such as another device's submission. */
  function takeOver(sheet: Sheet): void {
    held.value = sheet;
    kept = false;
    problem.value = null;
    fill(sheet);
  }

  onScopeDispose(() => {
    const unsaved = state.value === 'saving';
    gone = true;
    clearTimeout(timer);
    if (unsaved) void save();
  });

  return { scores, comment, faults, complete, total, held, stored, state, sending, problem, submit, takeOver };
}
