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
  async of(actor: Actor, place: JudgedStage, counted: readonly JudgedStage[]): Promise<StageTies> {
    const closed = await this.closedTo(actor, place);
    const numberOf = new Map(
      [place, ...counted].flatMap(({ entries }) => entries.map(({ projectId, number }) => [projectId, number])),
    );
    const projectIds = [...numberOf.keys()];
    const conflicts = await this.involvement.conflicts(actor, projectIds);
    const numbers = projectIds.flatMap((id) => (conflicts.has(id) ? [numberOf.get(id)!] : [])).sort();
    const within = editionScopes(place.edition.id);
    const othersDecide = numbers.length > 0 && (await this.others.exist('roadshow.manage', within, projectIds));
    return { closed, numbers, othersDecide };
  }

  /**
   * The numbers of the entries that the actor has a tie to, where they decide on the stage nevertheless. Fails with
   * `advancement.others_decide` where an organiser without a tie could.
   */
  async assertDecides(actor: Actor, place: JudgedStage, counted: readonly JudgedStage[]): Promise<string[]> {
    const { numbers, othersDecide } = await this.of(actor, place, counted);
    if (othersDecide) throw failure('advancement.others_decide', { params: { numbers } });
    return numbers;
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
    const idsOf = (moved: readonly Moved[]) => moved.map(({ projectId }) => projectId);
    const closed = await this.involvement.conflicts(someone, [...new Set(acts.flatMap(idsOf))]);
    const found: MoveTies[] = [];
    for (const moved of acts) {
      const numbers = moved.flatMap(({ projectId, number }) => (closed.has(projectId) ? [number] : [])).sort();
      const within = editionScopes(editionId);
      const othersAct = numbers.length > 0 && (await this.others.exist('roadshow.manage', within, idsOf(moved), but));
      found.push({ numbers, othersAct });
    }
    return found;
  }
}
