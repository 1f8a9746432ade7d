import type { LocalText } from '@haishi/contracts';

/** The mean before any sheet is struck, as a chain of tie-breaks names it. */
export const UNTRIMMED = 'untrimmed';

/** By what equal results can be separated. */
export function tieOptions(
  criteria: readonly { code: string; name: LocalText }[],
  pick: (text: LocalText) => string,
  untrimmed: string,
): { value: string; label: string }[] {
  return [
    ...criteria.map(({ code, name }) => ({ value: code, label: pick(name) || code })),
    { value: UNTRIMMED, label: untrimmed },
  ];
}
