import type { Work } from '@haishi/platform';
import type { EditionStage } from '../edition/edition.entity.js';
import { ReviewRound } from './round.entity.js';
import { dueAt } from './round.rules.js';

/** Whether sheets are taken from now on, of all entries that stand. */
export async function taking(work: Work, roundId: string, state: 'open' | 'closed'): Promise<void> {
  await work.execute("UPDATE panel_entries SET state = ? WHERE panelId = ? AND state <> 'withdrawn'", [state, roundId]);
}

/** A round whose sheets were in takes some again. */
export async function takenAgain(
  work: Work,
  { id, reopenedAt }: ReviewRound,
  stage: Pick<EditionStage, 'closesAt'> | undefined,
): Promise<void> {
  const lifted = reopenedAt !== null && dueAt({ closesAt: stage?.closesAt ?? null, reopenedAt }) === null;
  await work.manager.update(ReviewRound, id, { closedAt: null, reopenedAt: lifted ? reopenedAt : work.now });
}
