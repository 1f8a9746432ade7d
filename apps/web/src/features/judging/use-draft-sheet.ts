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
/** Milliseconds the server may take to answer: on a network that is gone without a word, whoever waits is told after them. */
const ANSWER_MS = 20_000;

export type DraftState = 'saved' | 'saving' | 'offline' | 'refused';

/** What is typed, and the revision of the sheet that it goes on from. */
interface Kept extends Typed {
  revision: number;
}

/**
 * A judge's sheet of one entry: what is typed stands on this device at once and on the server a moment later, so that it is
 * there on whatever device the judge goes on; handing it in is another act, and what comes of it is told before anything of a draft.
 * A draft goes on from one revision of the sheet, and is of no use once a newer one is in: what this device still has of an older
 * one is left, and what was under way changes nothing. Drafts go one after the other, so that the last one typed is the one kept.
 */
export function useDraftSheet(roundId: string, detail: EntryDetail, rubric: Rubric, taken: () => unknown) {
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
  let underWay = Promise.resolve();
  const revision = () => held.value?.revision ?? 0;

  watch([scores, comment], () => {
    changes += 1;
    key = newKey();
    if (stored.value && !kept) forget();
    else keep();
  });

  function keep(): void {
    localStorage.setItem(
      place,
      JSON.stringify({ scores, comment: comment.value, revision: revision() } satisfies Kept),
    );
    state.value = 'saving';
    schedule(QUIET_MS);
  }

  function schedule(milliseconds: number): void {
    clearTimeout(timer);
    if (!gone) timer = setTimeout(save, milliseconds);
  }

  function forget(): void {
    clearTimeout(timer);
    localStorage.removeItem(place);
    state.value = 'saved';
  }

  function save(): void {
    clearTimeout(timer);
    underWay = underWay.then(send);
  }

  async function send(): Promise<void> {
    if (state.value === 'saved') return;
    const at = changes;
    const from = revision();
    try {
      await api.put('/reviews/{round}/entries/{entry}/draft', {
        path,
        body: { revision: from, scores: given(), comment: comment.value.trim() },
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      if (from !== revision()) return;
      kept = true;
      if (at === changes) forget();
      else keep();
    } catch (error) {
      // A sheet that was handed in meanwhile made the draft one of the past; one that is refused has it sent again.
      if (from !== revision() || sending.value) return;
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
      held.value = await api.put<Sheet>('/reviews/{round}/entries/{entry}/sheet', {
        path,
        body: {
          sheetKey: key,
          revision: revision(),
          scores: given(),
          comment: comment.value.trim(),
        },
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      kept = false;
      forget();
      taken();
      return true;
    } catch (error) {
      problem.value = toProblem(error);
      const newer = problem.value.data['sheet'] as Sheet | undefined;
      if (newer) meet(newer);
      else if (state.value !== 'saved') schedule(QUIET_MS);
      return false;
    } finally {
      sending.value = false;
    }
  }

  /** Another device handed in a newer sheet, and with it went the draft: what is typed here goes on from that one. */
  function meet(newer: Sheet): void {
    held.value = newer;
    kept = false;
    keep();
  }

  /** Takes over what another device handed in. */
  function takeOver(): void {
    problem.value = null;
    fill(held.value);
  }

  onScopeDispose(() => {
    const unsaved = state.value === 'saving';
    gone = true;
    clearTimeout(timer);
    if (unsaved) save();
  });

  return { scores, comment, faults, complete, total, held, stored, state, sending, problem, submit, takeOver };
}
