import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { isDuplicateKey, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { AssignedPair } from '../assigned/assigned.entity.js';
import { Panel } from '../panel/panel.entity.js';
import { SheetDraft } from './draft.entity.js';
import { checkDraft, type Scores } from './sheet.rules.js';

/** A sheet as far as it is typed. */
export interface DraftInput {
  scores: Record<string, unknown>;
  comment: string;
}

/** Drafts of sheets, kept for the judge who types them; the last one saved stands. */
@Injectable()
export class SheetDrafts {
  /**
   * Keeps the actor's draft. Fails with `common.not_found`, `review.not_assigned`, `review.declare_first`, or
   * `review.sheet_invalid` naming each score that could not be handed in either.
   */
  async save(work: Work, panelId: string, entryId: string, { scores, comment }: DraftInput): Promise<void> {
    const own = { entryId: Equal(entryId), personId: Equal(work.actor.id) };
    const panel = await work.manager.findOneBy(Panel, { id: Equal(panelId) });
    if (!panel) throw failure('common.not_found');
    const pair = await work.manager.findOneBy(AssignedPair, { panelId: Equal(panelId), ...own });
    if (!pair) throw failure('review.not_assigned');
    if (pair.declaredAt === null) throw failure('review.declare_first');
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

  /** What was typed has become a sheet. */
  async drop(work: Work, entryId: string, personId: string): Promise<void> {
    await work.manager.delete(SheetDraft, { entryId: Equal(entryId), personId: Equal(personId) });
  }
}
