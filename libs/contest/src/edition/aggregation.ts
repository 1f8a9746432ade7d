import { type Aggregation, DEFAULT_AGGREGATION, type TieBreaker } from '@haishi/review';
import type { StageSettings } from './edition.definition.js';

/** How the scores of a stage's entries become one. `ties`: codes of criteria, or `untrimmed`, in order. */
export function aggregationOf(settings: StageSettings, ties: readonly string[]): Aggregation {
  const { dropHighest, dropLowest, minValid, decimals } = { ...DEFAULT_AGGREGATION, ...settings };
  return {
    dropHighest,
    dropLowest,
    minValid,
    decimals,
    ties: ties.map((tie): TieBreaker => (tie === 'untrimmed' ? { by: 'untrimmed' } : { by: 'criterion', code: tie })),
  };
}
