import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import type { Work } from '@haishi/platform';
import { type Advancement, replaceWithdrawn } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull } from 'typeorm';
import { AdvancementReplacement, StageAdvancement, type StruckBy } from './advancement.entity.js';
import { AdvancementQueries } from './advancement.queries.js';
import { standing } from './advancement.rules.js';
import { AdvancementTies } from './advancement.ties.js';
import type { JudgedStage } from './judged-stages.js';

/** An entry that is taken out of a published decision. */
export interface Leaving {
  entryId: string;
  /** In the words of who takes it out; empty where it was struck off. */
  reason: string;
  struckBy: StruckBy | null;
  /** Whether nobody moves up for it. */
  vacant: boolean;
}

/** Takes entries out of a published decision and lets the waiting list move up 递补, for commands that have checked the actor. */
@Injectable()
export class Replacing {
  constructor(
    private readonly queries: AdvancementQueries,
    private readonly ties: AdvancementTies,
  ) {}

  /**
   * Answers the entry that moved up, with the number of the replacement. Fails with `advancement.holds_no_seat` where nothing
   * is left to take out, `advancement.tied` where it moves an entry that the actor has a tie to, on the waiting list too, and
   * `advancement.next_withdrew` where who would move up has to be taken out first; `field` is what these name.
   */
  async takeOut(
    work: Work,
    place: JudgedStage,
    decision: StageAdvancement,
    { entryId, reason, struckBy, vacant }: Leaving,
    field: string,
  ): Promise<{ number: number; movedUp: string | null }> {
    const before = await this.queries.replacements(decision.id);
    const stood = standing(decision.answer, before);
    const held = stood.find((one) => one.entryId === entryId);
    if (!held || (held.status === 'out' && !struckBy)) throw failure('advancement.holds_no_seat', { field });
    const { entries: after, movedUp } = replaceWithdrawn(stood, entryId, !vacant);
    await this.assertUntouched(work, place, stood, after, field);
    const next = place.entries.find(({ id }) => id === movedUp);
    if (next) {
      const project = (await this.queries.projects([next])).get(next.projectId);
      if (project?.state === 'withdrawn')
        throw failure('advancement.next_withdrew', { field, params: { number: next.number } });
    }
    await this.raise(work, decision);
    const number = before.length + 1;
    await work.manager.insert(AdvancementReplacement, {
      id: newId(),
      advancementId: decision.id,
      number,
      withdrawnId: entryId,
      movedUpId: movedUp,
      reason,
      struckBy,
      at: work.now,
      madeBy: work.actor.id,
    } as never);
    return { number, movedUp };
  }

  /** Raises the revision of the latest decision; of two commands only the first does. Fails with `common.stale`. */
  async raise(work: Work, latest: StageAdvancement, change: Partial<StageAdvancement> = {}): Promise<void> {
    const { affected } = await work.manager.update(
      StageAdvancement,
      {
        id: Equal(latest.id),
        revision: Equal(latest.revision),
        ...(latest.publishedAt === null ? { publishedAt: IsNull() } : {}),
      },
      { ...change, revision: latest.revision + 1 },
    );
    if (affected !== 1) throw failure('common.stale');
  }

  private async assertUntouched(
    { actor }: Work,
    place: JudgedStage,
    before: readonly Advancement[],
    after: readonly Advancement[],
    field: string,
  ): Promise<void> {
    const closed = await this.ties.closedTo(actor, place);
    const stands = (all: readonly Advancement[], id: string) => {
      const one = all.find(({ entryId }) => entryId === id);
      return one && `${one.status} ${one.waiting ?? ''}`;
    };
    const moved = place.entries.find(({ id }) => closed.has(id) && stands(before, id) !== stands(after, id));
    if (moved) throw failure('advancement.tied', { field, params: { number: moved.number } });
  }
}
