import { type Actor, failure } from '@haishi/contracts';
import { Grants, Persons } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import type { ClosedBy } from '../involvement/closed.rules.js';
import { Involvement } from '../involvement/involvement.js';
import type { JudgedStage } from './judged-stages.js';

/** What an organiser has a tie to in a stage. */
export interface StageTies {
  /** The entries that are closed to them, each with why. */
  closed: ReadonlyMap<string, ClosedBy>;
  /** Their numbers. */
  numbers: string[];
  /** Whether an organiser without a tie has to decide on the stage. */
  othersDecide: boolean;
}

/**
 * Organisers with a tie to an entry of a stage 利害关系. On the entry itself they decide nothing. What decides on the whole stage
 * decides on it too, since all of a quota compete: the plan, and making it public, are left to an organiser without a tie
 * while there is one. Where there is none the contest must go on, and the audit keeps to what the decider was tied.
 */
@Injectable()
export class AdvancementTies {
  constructor(
    private readonly involvement: Involvement,
    private readonly grants: Grants,
    private readonly persons: Persons,
  ) {}

  /** The entries that are closed to the actor, each with why. */
  async closedTo(actor: Actor, { entries }: JudgedStage): Promise<StageTies['closed']> {
    const closed = await this.involvement.closedTo(
      actor,
      entries.map(({ projectId }) => projectId),
    );
    return new Map(
      entries.flatMap(({ id, projectId }) => {
        const why = closed.get(projectId);
        return why ? [[id, why] as const] : [];
      }),
    );
  }

  async of(actor: Actor, place: JudgedStage): Promise<StageTies> {
    const closed = await this.closedTo(actor, place);
    const numbers = place.entries.flatMap(({ id, number }) => (closed.has(id) ? [number] : [])).sort();
    return { closed, numbers, othersDecide: closed.size > 0 && (await this.hasFreeOrganiser(actor, place)) };
  }

  /**
   * The numbers of the entries that the actor has a tie to, where they decide on the stage nevertheless. Fails with
   * `advancement.others_decide` where an organiser without a tie could.
   */
  async assertDecides(actor: Actor, place: JudgedStage): Promise<string[]> {
    const { numbers, othersDecide } = await this.of(actor, place);
    if (othersDecide) throw failure('advancement.others_decide', { params: { numbers: numbers.join('、') } });
    return numbers;
  }

  private async hasFreeOrganiser(actor: Actor, { edition, entries }: JudgedStage): Promise<boolean> {
    const ids = [
      ...(await this.grants.personsWith('contest_organiser', 'edition', edition.id)),
      ...(await this.grants.personsWith('contest_organiser', 'system', '')),
    ];
    const persons = await this.persons.byIds(ids);
    const projectIds = entries.map(({ projectId }) => projectId);
    for (const { id, state } of persons.values()) {
      if (state !== 'active' || id === actor.id) continue;
      if ((await this.involvement.conflicts({ kind: 'person', id }, projectIds)).size === 0) return true;
    }
    return false;
  }
}
