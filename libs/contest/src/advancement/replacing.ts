import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import type { Work } from '@haishi/platform';
import { replaceWithdrawn } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { AdvancementReplacement, type StageAdvancement, type StruckBy } from './advancement.entity.js';
import { AdvancementQueries } from './advancement.queries.js';
import { movedBetween, standing } from './advancement.rules.js';
import { AdvancementTies } from './advancement.ties.js';
import type { JudgedStage } from './judged-stages.js';
import { raiseRevision } from './stage.commands.js';

/** An entry that is taken out of a published decision. */
export interface Leaving {
  entryId: string;
  /** In the words of who takes it out; empty where it was struck off. */
  reason: string;
  struckBy: StruckBy | null;
  /** Whether nobody moves up for it. */
  vacant: boolean;
  /** Who does not take it out, though they may have no tie to it: who objected to it. */
  notBy?: string;
}

export interface Replacement {
  number: number;
  /** The entry that moved up. */
  movedUp: string | null;
  /** The numbers of the entries that it moved and the actor has a tie to. */
  tied: string[];
}

/** Takes entries out of a published decision and lets the waiting list move up 递补, for commands that have checked the actor. */
@Injectable()
export class Replacing {
  constructor(
    private readonly queries: AdvancementQueries,
    private readonly ties: AdvancementTies,
  ) {}

  /**
   * Fails with `advancement.holds_no_seat` where nothing is left to take out, `advancement.tied` where it moves an entry that the
   * actor has a tie to, on the waiting list too, while an organiser without a tie to any that it moves could, and
   * `advancement.next_withdrew` where who would move up has to be taken out first; `field` is what these name.
   */
  async takeOut(
    work: Work,
    place: JudgedStage,
    decision: StageAdvancement,
    { entryId, reason, struckBy, vacant, notBy }: Leaving,
    field: string,
  ): Promise<Replacement> {
    const before = await this.queries.replacements(decision.id);
    const stood = standing(decision.answer, before);
    const held = stood.find((one) => one.entryId === entryId);
    if (!held || (held.status === 'out' && !struckBy)) throw failure('advancement.holds_no_seat', { field });
    const { entries: after, movedUp } = replaceWithdrawn(stood, entryId, !vacant);
    const moved = movedBetween(stood, after);
    const moves = place.entries.filter(({ id }) => moved.has(id));
    const [ties] = await this.ties.moving(work.actor, place.edition.id, [moves], notBy ? new Set([notBy]) : undefined);
    const { numbers: tied, othersAct } = ties!;
    if (othersAct) throw failure('advancement.tied', { field, params: { number: tied[0]! } });
    const next = place.entries.find(({ id }) => id === movedUp);
    if (next) {
      const project = (await this.queries.projects([next])).get(next.projectId);
      if (project?.state === 'withdrawn')
        throw failure('advancement.next_withdrew', { field, params: { number: next.number } });
    }
    await raiseRevision(work, decision);
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
    return { number, movedUp, tied };
  }
}
