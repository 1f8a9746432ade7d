import { type Aggregation, DEFAULT_AGGREGATION, type Rubric } from '@haishi/review';
import type { StageSettings } from './edition.definition.js';
import { breakersOf, tiesOf } from './ties.rules.js';

/** How the scores of a stage's entries become one. */
export function aggregationOf(settings: StageSettings, rubric: Rubric): Aggregation {
  const { dropHighest, dropLowest, minValid, decimals } = { ...DEFAULT_AGGREGATION, ...settings };
  return { dropHighest, dropLowest, minValid, decimals, ties: breakersOf(tiesOf(settings, rubric)) };
}
