import type { RunBrief } from '@haishi/review';
import type { RunView } from './round.dto.js';
import type { RunOutcome } from './run.outcomes.js';
import { failingWords, relaxationWords, type RunNames } from './run.words.js';

/** A search as organisers read it. */
export function runView(run: RunBrief, outcome: RunOutcome, names: RunNames): RunView {
  const { id, number, state, seed, seconds, startedAt, endedAt, appliedAt, leftTies } = run;
  const { failing, relaxations, ...came } = outcome;
  return {
    id,
    number,
    state,
    seed,
    seconds,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    appliedAt: appliedAt?.toISOString() ?? null,
    ...came,
    failing: failing.map((one) => failingWords(one, names)),
    relaxations: relaxations.map((one) => relaxationWords(one, names)),
    leftTies: (leftTies ?? []).map(names.entry),
  };
}
