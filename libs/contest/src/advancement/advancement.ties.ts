import { type Actor, failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';
import type { ClosedBy } from '../involvement/closed.rules.js';
import { FreeOthers } from '../involvement/free-others.js';
import { Involvement } from '../involvement/involvement.js';
import type { JudgedEntry, JudgedStage } from './judged-stages.js';

/** What an organiser has a tie to in a stage. */
export interface StageTies {
  /** The entries that are closed to them, each with why. */
  closed: ReadonlyMap<string, ClosedBy>;
  /** Their numbers. */
  numbers: string[];
  /** Whether an organiser without a tie is there to decide on the stage, so that the actor does not. */
  othersDecide: boolean;
}

/** An entry that would stand elsewhere. */
export type Moved = Pick<JudgedEntry, 'projectId' | 'number'>;

/** What somebody has a tie to of what an act moves. */
export interface MoveTies {
  numbers: string[];
  /** Whether it is left to an organiser without a tie to any of it. */
  othersAct: boolean;
}

/**
 * Organisers with a tie to an entry of a stage 利害关系. On the entry itself they decide nothing. What decides on the whole stage
 * decides on it too, and places of others tell of its own, since all compete: what a plan comes to, the decision and making it
 * public are left to an organiser without a tie while there is one, and told to nobody else until it is public. Where there is
 * none the contest must go on, and the audit keeps to what the decider was tied. The same holds, once it is public, for what takes
 * an entry out: a tie to any that it moves is one to the act.
 */
@Injectable()
export class AdvancementTies {
  constructor(
    private readonly involvement: Involvement,
    private readonly others: FreeOthers,
  ) {}

  /** The entries that are closed to the actor, each with why. */
  closedTo(actor: Actor, { entries }: JudgedStage): Promise<StageTies['closed']> {
    return this.involvement.closedAmong(actor, entries);
  }

  /** @param counted the earlier stages whose scores are told with this one's: a tie to an entry of theirs is one to the stage */
  async of(actor: Actor, { edition, entries }: JudgedStage, counted: readonly JudgedStage[]): Promise<StageTies> {
    const numberOf = new Map(
      [...entries, ...counted.flatMap((one) => one.entries)].map(({ projectId, number }) => [projectId, number]),
    );
    const projectIds = [...numberOf.keys()];
    const conflicts = await this.involvement.closedTo(actor, projectIds);
    const closed = new Map(
      entries.flatMap(({ id, projectId }) => (conflicts.has(projectId) ? [[id, conflicts.get(projectId)!]] : [])),
    );
    const numbers = [...conflicts.keys()].map((id) => numberOf.get(id)!).sort();
    const within = editionScopes(edition.id);
    const othersDecide = numbers.length > 0 && (await this.others.exist('roadshow.manage', within, projectIds));
    return { closed, numbers, othersDecide };
  }

  /**
   * The ties of who decides on the stage nevertheless. Fails with `advancement.others_decide` where an organiser without a tie
   * could.
   */
  async assertDecides(actor: Actor, place: JudgedStage, counted: readonly JudgedStage[]): Promise<StageTies> {
    const ties = await this.of(actor, place, counted);
    if (ties.othersDecide) throw failure('advancement.others_decide', { params: { numbers: ties.numbers } });
    return ties;
  }

  /**
   * Of each act on a published decision, by the entries that it moves.
   *
   * @param but who cannot do it for others
   */
  async moving(
    someone: Pick<Actor, 'kind' | 'id'>,
    editionId: string,
    acts: readonly (readonly Moved[])[],
    but?: ReadonlySet<string>,
  ): Promise<MoveTies[]> {
    const projectIds = [...new Set(acts.flat().map(({ projectId }) => projectId))];
    const closed = await this.involvement.conflicts(someone, projectIds);
    const numbers = acts.map((moved) =>
      moved.flatMap(({ projectId, number }) => (closed.has(projectId) ? [number] : [])).sort(),
    );
    const tied = acts.filter((_, at) => numbers[at]!.length > 0);
    const lists = tied.map((moved) => moved.map(({ projectId }) => projectId));
    const others = await this.others.existForEach('roadshow.manage', editionScopes(editionId), lists, but);
    return numbers.map((one) => ({ numbers: one, othersAct: one.length > 0 && others.shift()! }));
  }
}
