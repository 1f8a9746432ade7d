import type { RoadshowExplanation } from '@haishi/contracts';
import { formatFixed } from '@haishi/kernel';
import type { Criterion } from '@haishi/review/rules';
import type { Composer } from 'vue-i18n';
import type { LocalText } from '@haishi/contracts';

/** Why an entry stands where it does, in a few words; empty where its score alone says it. */
export function explain(
  { tiedWith, compared, sharing, ruled }: RoadshowExplanation,
  decimals: number,
  criteria: readonly Criterion[],
  t: Composer['t'],
  pick: (text: LocalText | undefined) => string,
): string {
  if (tiedWith === 0) return '';
  const words = [t('roadshow.why.tie', { n: tiedWith })];
  for (const { tie, value } of compared) {
    const text = formatFixed(value, decimals);
    if (tie.by === 'untrimmed') words.push(t('roadshow.why.untrimmed', { value: text }));
    else {
      const name = pick(criteria.find(({ code }) => code === tie.code)?.name) || tie.code;
      words.push(t('roadshow.why.criterion', { name, value: text }));
    }
  }
  if (sharing > 0) words.push(t('roadshow.why.sharing', { n: sharing }));
  if (ruled) words.push(t('roadshow.why.ruled', { reason: ruled.reason }));
  return words.join(' · ');
}
