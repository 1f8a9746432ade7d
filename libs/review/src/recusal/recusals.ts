import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { insertRows, isDuplicateKey, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In } from 'typeorm';
import { AssignedPair } from '../assigned/assigned.entity.js';
import { PanelSeat } from '../panel/panel.entity.js';
import { SheetDraft } from '../sheet/draft.entity.js';
import { ScoreSheet } from '../sheet/sheet.entity.js';
import { RecusalDismissal } from './dismissal.entity.js';
import { Recusal, type RecusalKind } from './recusal.entity.js';

export interface NewRecusal {
  panelId: string;
  entryId: string;
  personId: string;
  kind: RecusalKind;
  reason: string;
}

/** A recusal that follows from the record. */
export type FoundRecusal = Pick<NewRecusal, 'entryId' | 'personId' | 'reason'>;

const OWN = { id: true, entryId: true, personId: true, at: true } as const;

/** Recusals, on behalf of rooms that have checked the actor, hold the panel's lock and refresh the entry's result after. */
@Injectable()
export class Recusals {
  /**
   * Takes a seated judge out of an entry, which they are no longer given where judges are; the recusal keeps whether they were.
   * What they typed is gone. A sheet that is already there no longer counts, and stays stored;
   * a judge alone cannot do that to a sheet of their own, whatever the recusal follows from.
   * Fails with `review.not_on_panel`, `review.already_recused` or `review.recusal_too_late`.
   */
  async add(work: Work, input: NewRecusal): Promise<void> {
    const { panelId, entryId, personId, kind } = input;
    if (!(await work.manager.existsBy(PanelSeat, { panelId: Equal(panelId), personId: Equal(personId) })))
      throw failure('review.not_on_panel');
    const scored = await work.manager.existsBy(ScoreSheet, { entryId: Equal(entryId), personId: Equal(personId) });
    if (scored && (kind === 'declared' || personId === work.actor.id)) throw failure('review.recusal_too_late');
    const own = { entryId: Equal(entryId), personId: Equal(personId) };
    const pair = await work.manager.findOneBy(AssignedPair, own);
    await work.manager.delete(AssignedPair, own);
    await work.manager.delete(SheetDraft, own);
    const row = { id: newId(), ...input, at: work.now, madeBy: work.actor.id, pairAt: pair?.at ?? null };
    try {
      await work.manager.insert(Recusal, row);
    } catch (error) {
      throw isDuplicateKey(error) ? failure('review.already_recused') : error;
    }
  }

  /**
   * {@link add} of many at once that follow from the record, on one panel, none of them twice; the caller takes no sheet of the
   * actor's own back by it.
   */
  async addFound(work: Work, panelId: string, ties: readonly FoundRecusal[]): Promise<void> {
    const personIds = [...new Set(ties.map(({ personId }) => personId))];
    const ofPersons = { panelId: Equal(panelId), personId: In(personIds) };
    const seated = await work.manager.countBy(PanelSeat, ofPersons);
    if (seated !== personIds.length) throw failure('review.not_on_panel');
    const wanted = new Set(ties.map(keyOf));
    const held = await work.manager.find(AssignedPair, { select: OWN, where: ofPersons });
    const pairs = new Map(held.filter((one) => wanted.has(keyOf(one))).map((one) => [keyOf(one), one]));
    const drafts = await work.manager.find(SheetDraft, {
      select: { id: true, entryId: true, personId: true },
      where: ofPersons,
    });
    await remove(work, AssignedPair, [...pairs.values()]);
    await remove(
      work,
      SheetDraft,
      drafts.filter((one) => wanted.has(keyOf(one))),
    );
    const { now: at, actor } = work;
    const rows = ties.map((tie): Recusal => {
      const pairAt = pairs.get(keyOf(tie))?.at ?? null;
      return { id: newId(), panelId, ...tie, kind: 'automatic', at, madeBy: actor.id, pairAt };
    });
    await insertRows(work, Recusal, rows).catch((error: unknown) => {
      throw isDuplicateKey(error) ? failure('review.already_recused') : error;
    });
  }

  /**
   * Lets a judge score again; what follows from the record does not recuse them once more, as `recuses` says. An entry that the
   * recusal took from them is not theirs again by that; the dismissal keeps that it was, and the answer tells. Fails with
   * `common.not_found`.
   */
  async lift(
    work: Work,
    { panelId, entryId, personId, reason }: Omit<NewRecusal, 'kind'>,
  ): Promise<{ tookPair: boolean }> {
    const own = { entryId: Equal(entryId), personId: Equal(personId) };
    const recusal = await work.manager.findOneBy(Recusal, own);
    if (!recusal) throw failure('common.not_found');
    const earlier = await work.manager.findOneBy(RecusalDismissal, own);
    const pairAt = recusal.pairAt ?? earlier?.pairAt ?? null;
    await work.manager.delete(Recusal, own);
    await work.manager.delete(RecusalDismissal, own);
    const dismissal = { id: newId(), panelId, entryId, personId, reason, at: work.now, madeBy: work.actor.id, pairAt };
    await work.manager.insert(RecusalDismissal, dismissal);
    return { tookPair: pairAt !== null };
  }
}

const keyOf = ({ entryId, personId }: { entryId: string; personId: string }): string => `${entryId} ${personId}`;

/** Ids named by one statement. */
const CHUNK = 1000;

async function remove(
  work: Work,
  entity: typeof AssignedPair | typeof SheetDraft,
  rows: readonly { id: string }[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK)
    await work.manager.delete(entity, { id: In(rows.slice(start, start + CHUNK).map(({ id }) => id)) });
}
