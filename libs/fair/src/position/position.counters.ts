import { isDuplicateKey, type Work } from '@haishi/platform';
import { PositionCounter } from './position.entity.js';

/**
 * Takes `amount` numbers of a fair's counter and answers the first. The counter's row stays locked until the commit, so
 * numbers become visible in their order.
 */
export async function takeNumbers(
  work: Work,
  fairId: string,
  counter: 'lastNumber' | 'listedSeq',
  amount: number,
): Promise<number> {
  const raise = () =>
    work.execute(`UPDATE position_counters SET ${counter} = ${counter} + ? WHERE fairId = ?`, [amount, fairId]);
  if ((await raise()) === 0) {
    try {
      await work.manager.insert(PositionCounter, { fairId, lastNumber: 0, listedSeq: 0 });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    await raise();
  }
  const [row] = await work.query<{ last: number }>(
    `SELECT ${counter} AS last FROM position_counters WHERE fairId = ?`,
    [fairId],
  );
  return Number(row!.last) - amount + 1;
}
