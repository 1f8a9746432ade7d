import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull } from 'typeorm';
import type { TieBreaker } from '../aggregation/aggregation.rules.js';
import { type RankedEntry, rankValues } from './ranking.rules.js';
import { TieRulingRecord } from './ruling.entity.js';

/** Rulings on ties, on behalf of rooms that have checked the actor and hold the panel's lock. */
@Injectable()
export class TieRulings {
  /**
   * Rules the order of entries that share a place; `order` names each of them once, best first. `ranked` are all entries
   * that are ranked, by `ties`. An earlier ruling on any of them is taken back. Fails with `review.tie_separated` where anything
   * separates them, or where another entry shares their place.
   */
  async rule(
    work: Work,
    panelId: string,
    order: readonly string[],
    { ranked, ties }: { ranked: readonly RankedEntry[]; ties: readonly TieBreaker[] },
    reason: string,
  ): Promise<number[]> {
    const valuesOf = ({ result }: RankedEntry) => rankValues(result, ties);
    const values = ranked.filter(({ entryId }) => entryId === order[0]).map(valuesOf)[0];
    const equals = ranked.filter((one) => valuesOf(one).join() === values?.join());
    const same =
      order.length > 1 && equals.length === order.length && equals.every(({ entryId }) => order.includes(entryId));
    if (!values || !same) throw failure('review.tie_separated');
    await this.takeBack(work, panelId, order, reason);
    await work.manager.insert(TieRulingRecord, {
      id: newId(),
      panelId,
      entryIds: [...order],
      values,
      reason,
      at: work.now,
      madeBy: work.actor.id,
      revokedAt: null,
      revokedBy: null,
      revokeReason: null,
    });
    return values;
  }

  /** Fails with `common.not_found` where no ruling stands on exactly these entries. */
  async revoke(work: Work, panelId: string, entryIds: readonly string[], reason: string): Promise<void> {
    if ((await this.takeBack(work, panelId, entryIds, reason)) === 0) throw failure('common.not_found');
  }

  private async takeBack(work: Work, panelId: string, entryIds: readonly string[], reason: string): Promise<number> {
    const standing = await work.manager.findBy(TieRulingRecord, { panelId: Equal(panelId), revokedAt: IsNull() });
    const touched = standing.filter((one) => one.entryIds.some((entryId) => entryIds.includes(entryId)));
    for (const { id } of touched)
      await work.manager.update(TieRulingRecord, id, {
        revokedAt: work.now,
        revokedBy: work.actor.id,
        revokeReason: reason,
      });
    return touched.length;
  }
}
