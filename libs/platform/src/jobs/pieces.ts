import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Actor } from '@haishi/contracts';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { Work } from '../database/work.js';

/** Few enough for one transaction that nobody who writes meanwhile notices. */
const AT_ONCE = 20;
/** How long a piece lets whoever acts go first. */
const GIVE_WAY_MS = 20;

/**
 * Does something with each of many items, some in a transaction, whoever acts going first. A job that is begun again meets
 * those again that were done: `act` sees to it by a key or a state that it does them once.
 */
export async function inPieces<Item>(
  unitOfWork: UnitOfWork,
  actor: Actor,
  items: readonly Item[],
  act: (work: Work, part: readonly Item[]) => Promise<void>,
  progress: (done: number, total: number) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    await progress(start, items.length);
    await nextTurn();
    await unitOfWork.idle(GIVE_WAY_MS);
    const part = items.slice(start, start + AT_ONCE);
    await unitOfWork.run(actor, (work) => act(work, part));
  }
}
