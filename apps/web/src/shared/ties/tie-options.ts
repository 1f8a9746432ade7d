import type { LocalText } from '@haishi/contracts';

/** The mean before any sheet is struck, as a chain of tie-breaks names it. */
export const UNTRIMMED = 'untrimmed';
/** Before the code of an earlier stage, whose score a chain names so. */
const STAGE = 'stage:';

interface Named {
  code: string;
  name: LocalText;
}

/** By what equal results can be separated; `earlier` are the stages before whose scores may tell. */
export function tieOptions(
  { criteria, earlier }: { criteria: readonly Named[]; earlier: readonly Named[] },
  pick: (text: LocalText) => string,
  t: (text: string, named?: Record<string, unknown>) => string,
): { value: string; label: string }[] {
  const called = ({ code, name }: Named) => pick(name) || code;
  return [
    ...criteria.map((one) => ({ value: one.code, label: called(one) })),
    { value: UNTRIMMED, label: t('shared.ties.untrimmed') },
    ...earlier.map((one) => ({ value: STAGE + one.code, label: t('shared.ties.earlier', { stage: called(one) }) })),
  ];
}

/** Whether a chain comes to the score of an earlier stage. */
export const namesStage = (ties: readonly string[]): boolean => ties.some((tie) => tie.startsWith(STAGE));
