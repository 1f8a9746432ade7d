import { errorTextIn, SCORE_ERRORS } from '@haishi/contracts';
import { checkScore, type Criterion, formatPoints } from '@haishi/review/rules';
import { type Ref, ref, watch } from 'vue';
import { useLocale } from '@/app/i18n';
import { typedPoints } from './typed-points';

/** A score in hundredths as somebody types it into a field; what the criterion does not allow leaves it empty. */
export function useTypedScore(model: Ref<number | null>, criterion: () => Criterion) {
  const { locale } = useLocale();
  const text = ref('');
  const wrong = ref('');
  /** What the text says. */
  let said: number | null | undefined;

  function show(value: number | null): void {
    said = value;
    text.value = value === null ? '' : formatPoints(value);
    wrong.value = '';
  }
  watch(
    model,
    (value) => {
      if (value !== said) show(value);
    },
    { immediate: true },
  );

  /** While one types: the score counts at once, and nothing is said of what may be half a number. */
  function typing(): string {
    const value = text.value.trim() === '' ? null : (typedPoints(text.value) ?? NaN);
    const fault = value === null ? undefined : checkScore(criterion(), value);
    wrong.value = '';
    said = model.value = fault ? null : value;
    return fault ? errorTextIn(SCORE_ERRORS, fault.code, locale.value, fault.params) : '';
  }
  /** Once one has typed. */
  function typed(): void {
    const fault = typing();
    if (fault === '') show(model.value);
    else wrong.value = fault;
  }
  return { text, wrong, typing, typed };
}
