import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { isDuplicateKey, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, type FindOperator } from 'typeorm';
import { AssignedPair } from '../assigned/assigned.entity.js';
import { Panel } from '../panel/panel.entity.js';
import { SheetDraft } from './draft.entity.js';
import { ScoreSheet } from './sheet.entity.js';
import { checkDraft, type Scores } from './sheet.rules.js';

/** A sheet as far as it is typed. */
export interface DraftInput {
  /** The revision of the own sheet that it goes on from; 0 where none is in. */
  revision: number;
  scores: Record<string, unknown>;
  comment: string;
}

/**
 * Drafts of sheets, kept for the judge who types them; the last one saved stands. A draft goes on from one revision of the sheet:
 * once a newer one is in, it is of no use, whenever it arrives. The row of the pair orders saving, handing in and recusing.
 */
@Injectable()
export class SheetDrafts {
  /**
   * Keeps the actor's draft. Fails with `common.not_found`, `review.not_assigned`, `review.declare_first`,
   * `review.draft_outdated` where the sheet has another revision by now, or `review.sheet_invalid` naming each score that could
   * not be handed in either.
   */
  async save(work: Work, panelId: string, entryId: string, { revision, scores, comment }: DraftInput): Promise<void> {
    const own = { entryId: Equal(entryId), personId: Equal(work.actor.id) };
    const panel = await work.manager.findOneBy(Panel, { id: Equal(panelId) });
    if (!panel) throw failure('common.not_found');
    const pair = await this.ordered(work, panelId, own);
    if (!pair) throw failure('review.not_assigned');
    if (pair.declaredAt === null) throw failure('review.declare_first');
    const sheet = await work.manager.findOne(ScoreSheet, { select: { id: true, revision: true }, where: own });
    if ((sheet?.revision ?? 0) !== revision) throw failure('review.draft_outdated', { field: 'revision' });
    const faults = checkDraft(panel.rubric, scores);
    if (faults.length > 0) throw failure('review.sheet_invalid', { fields: faults });
    const typed = { scores: scores as Scores, comment, savedAt: work.now };
    const { affected } = await work.manager.update(SheetDraft, own, typed);
    if (affected !== 0) return;
    try {
      await work.manager.insert(SheetDraft, { id: newId(), panelId, entryId, personId: work.actor.id, ...typed });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await work.manager.update(SheetDraft, own, typed);
    }
  }

  /** What was typed has become a sheet; a draft that is being saved is waited for, and goes as well. */
  async drop(work: Work, panelId: string, entryId: string, personId: string): Promise<void> {
    const own = { entryId: Equal(entryId), personId: Equal(personId) };
    await this.ordered(work, panelId, own);
    await work.manager.delete(SheetDraft, own);
  }

  /** The pair as it is once whoever else decides on it is done. */
  private async ordered(
    work: Work,
    panelId: string,
    own: { entryId: FindOperator<string>; personId: FindOperator<string> },
  ): Promise<AssignedPair | null> {
    const where = { panelId: Equal(panelId), ...own };
    const pair = await work.manager.findOneBy(AssignedPair, where);
    if (!pair) return null;
    await work.lockRow(AssignedPair, pair.id);
    return work.manager.findOneBy(AssignedPair, where);
  }
}
