import { checkSheet, type Rubric, type Scores, sheetTotal } from '@haishi/review/rules';
import { computed, reactive, ref } from 'vue';

/** A sheet as it stands in its fields: scores in hundredths by criterion, and the comment. */
export interface Typed {
  scores: Record<string, number | null>;
  comment: string;
}

/** A sheet in which nothing stands. */
export const BLANK: Typed = { scores: {}, comment: '' };

/** A sheet that is being typed, with its total and what is wrong with it. */
export function useTypedSheet(rubric: Rubric) {
  const scores = reactive<Typed['scores']>({});
  const comment = ref('');

  function fill(from: Typed | null | undefined): void {
    for (const { code } of rubric.criteria) scores[code] = from?.scores[code] ?? null;
    comment.value = from?.comment ?? '';
  }
  const given = (): Scores =>
    Object.fromEntries(Object.entries(scores).filter((pair): pair is [string, number] => pair[1] !== null));
  /** Whether another sheet says the same. */
  const says = (other: Typed): boolean =>
    other.comment === comment.value.trim() &&
    rubric.criteria.every(({ code }) => (other.scores[code] ?? null) === scores[code]);

  const faults = computed(() => checkSheet(rubric, { scores, comment: comment.value }));
  const complete = computed(() => faults.value.length === 0);
  const total = computed(() => sheetTotal(rubric, given()));
  return { scores, comment, faults, complete, total, fill, given, says };
}
