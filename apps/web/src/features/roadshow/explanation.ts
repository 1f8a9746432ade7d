import type { RoadshowExplanation } from '@haishi/contracts';
import { formatFixed } from '@haishi/kernel';
import type { Criterion } from '@haishi/review/rules';
import type { LocalText } from '@haishi/contracts';

/** Why an entry stands where it does, in a few words; empty where its score alone says it. `say` words the parts. */
export function explain(
  { tiedWith, compared, sharing, ruled }: RoadshowExplanation,
  decimals: number,
  criteria: readonly Pick<Criterion, 'code' | 'name'>[],
  say: (part: 'tie' | 'criterion' | 'untrimmed' | 'sharing' | 'ruled', named: Record<string, unknown>) => string,
  pick: (text: LocalText | undefined) => string,
): string {
  if (tiedWith === 0) return '';
  const words = [say('tie', { n: tiedWith })];
  for (const { tie, value } of compared) {
    const text = formatFixed(value, decimals);
    if (tie.by === 'untrimmed') words.push(say('untrimmed', { value: text }));
    else {
      const name = pick(criteria.find(({ code }) => code === tie.code)?.name) || tie.code;
      words.push(say('criterion', { name, value: text }));
    }
  }
  if (sharing > 0) words.push(say('sharing', { n: sharing }));
  if (ruled) words.push(say('ruled', { reason: ruled.reason }));
  return words.join(' · ');
}
