import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { insertRows, isDuplicateKey, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull } from 'typeorm';
import { PanelEntry, PanelSeat } from '../panel/panel.entity.js';
import { RecusalDismissal } from '../recusal/dismissal.entity.js';
import { Recusal } from '../recusal/recusal.entity.js';
import { ScoreSheet } from '../sheet/sheet.entity.js';
import { AssignedPair } from './assigned.entity.js';

/** An entry and the judge who is given it. */
export interface Pair {
  entryId: string;
  personId: string;
}

/** Ids named by one statement. */
const CHUNK = 1000;

const HELD = 'SELECT id, entryId, personId FROM assigned_pairs WHERE panelId = ?';
const SCORED = 'SELECT entryId, personId FROM score_sheets WHERE panelId = ?';

/** Who judges what, on behalf of rooms that have checked the actor and hold the panel's lock. */
@Injectable()
export class AssignedPairs {
  /**
   * Gives one entry to one judge by hand; a later run keeps the pair. Fails with `common.not_found`, `review.not_on_panel`,
   * `review.recused` or `review.already_assigned`.
   */
  async add(work: Work, panelId: string, { entryId, personId }: Pair): Promise<void> {
    const entry = await work.manager.findOneBy(PanelEntry, { id: Equal(entryId), panelId: Equal(panelId) });
    if (!entry || entry.state === 'withdrawn') throw failure('common.not_found', { field: 'entryId' });
    const judge = { personId: Equal(personId) };
    if (!(await work.manager.existsBy(PanelSeat, { panelId: Equal(panelId), ...judge })))
      throw failure('review.not_on_panel', { field: 'personId' });
    if (await work.manager.existsBy(Recusal, { entryId: Equal(entryId), ...judge }))
      throw failure('review.recused', { field: 'personId' });
    await work.manager.update(RecusalDismissal, { entryId: Equal(entryId), ...judge }, { pairAt: null });
    try {
      await work.manager.insert(AssignedPair, this.row(work, panelId, { entryId, personId }, true));
    } catch (error) {
      throw isDuplicateKey(error) ? failure('review.already_assigned', { field: 'personId' }) : error;
    }
  }

  /** Takes an entry from a judge who has not handed a sheet in. Fails with `common.not_found` or `review.pair_has_sheet`. */
  async remove(work: Work, { entryId, personId }: Pair): Promise<void> {
    const own = { entryId: Equal(entryId), personId: Equal(personId) };
    if (await work.manager.existsBy(ScoreSheet, own)) throw failure('review.pair_has_sheet');
    const { affected } = await work.manager.delete(AssignedPair, own);
    if (affected !== 1) throw failure('common.not_found');
  }

  /**
   * Puts these pairs in the place of those that are there: what recusals took that were dismissed is decided by it. Pairs in both stay as they are, declarations included; one with a
   * sheet is never given up: a list without it fails with `review.pair_has_sheet`.
   */
  async replace(work: Work, panelId: string, pairs: readonly Pair[]): Promise<{ added: Pair[]; removed: Pair[] }> {
    const held = await work.query<Pair & { id: string }>(HELD, [panelId]);
    const sheets = await work.query<Pair>(SCORED, [panelId]);
    const wanted = new Set(pairs.map(keyOf));
    const before = new Set(held.map(keyOf));
    const gone = held.filter((one) => !wanted.has(keyOf(one)));
    const scored = new Set(sheets.map(keyOf));
    if (gone.some((one) => scored.has(keyOf(one)))) throw failure('review.pair_has_sheet');
    const added = pairs.filter((one) => !before.has(keyOf(one)));
    await work.manager.update(RecusalDismissal, { panelId: Equal(panelId) }, { pairAt: null });
    for (const ids of chunks(gone.map(({ id }) => id))) await work.manager.delete(AssignedPair, { id: In(ids) });
    await insertRows(
      work,
      AssignedPair,
      added.map((pair) => this.row(work, panelId, pair, false)),
    );
    return { added, removed: gone.map(({ entryId, personId }) => ({ entryId, personId })) };
  }

  /** The judge has no tie to these of the entries that they were given and did not declare on yet. Answers how many they were. */
  async declare(work: Work, panelId: string, personId: string, entryIds: readonly string[]): Promise<number> {
    let declared = 0;
    for (const ids of chunks(entryIds)) {
      const own = { panelId: Equal(panelId), personId: Equal(personId), declaredAt: IsNull(), entryId: In(ids) };
      const { affected } = await work.manager.update(AssignedPair, own, { declaredAt: work.now });
      declared += affected ?? 0;
    }
    return declared;
  }

  private row(work: Work, panelId: string, { entryId, personId }: Pair, locked: boolean): AssignedPair {
    return {
      id: newId(),
      panelId,
      entryId,
      personId,
      locked,
      declaredAt: null,
      at: work.now,
      madeBy: work.actor.id,
    };
  }
}

const keyOf = ({ entryId, personId }: Pair): string => `${entryId} ${personId}`;

function* chunks<Item>(list: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < list.length; start += CHUNK) yield list.slice(start, start + CHUNK);
}
