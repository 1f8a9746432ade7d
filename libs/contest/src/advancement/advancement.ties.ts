import { type Actor, failure, type Permission } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';
import type { ClosedBy } from '../involvement/closed.rules.js';
import { type ActTies, FreeOthers } from '../involvement/free-others.js';
import { Involvement } from '../involvement/involvement.js';
import type { JudgedEntry, JudgedStage } from './judged-stages.js';

const DECIDING: readonly Permission[] = ['roadshow.manage'];

/** What an organiser has a tie to in a stage. */
export interface StageTies {
  /** The entries that are closed to them, each with why. */
  closed: ReadonlyMap<string, ClosedBy>;
  /** Their numbers. */
  numbers: string[];
  /** Whether deciding on the stage is left to others. */
  othersDecide: boolean;
}

/** An entry that would stand elsewhere. */
export type Moved = Pick<JudgedEntry, 'projectId' | 'number'>;

/**
 * Organisers with a tie to an entry of a stage 利害关系. On the entry itself they decide nothing. What decides on the whole stage
 * decides on it too, and places of others tell of its own, since all compete: what a plan comes to, the decision and making it
 * public are left to others as {@link FreeOthers.acting} says, and told to nobody else until it is public. The same holds, once it is
 * public, for what takes an entry out: a tie to any that it moves is one to the act.
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
    const numberOf = new Map(
      [place, ...counted].flatMap(({ entries }) => entries.map(({ projectId, number }) => [projectId, number])),
    );
    const about = [...numberOf].map(([projectId, number]) => ({ projectId, number }));
    const [ties] = await this.others.acting(actor, DECIDING, [{ within: editionScopes(place.edition.id), about }]);
    const { closed, numbers, othersAct } = ties!;
    const own = place.entries.flatMap(({ id, projectId }) => {
      const why = closed.get(projectId);
      return why ? [[id, why] as const] : [];
    });
    return { closed: new Map(own), numbers, othersDecide: othersAct };
  }

  /**
   * The ties of who decides on the stage nevertheless. Fails with `advancement.others_decide` where it is left to others.
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
  moving(
    someone: Pick<Actor, 'kind' | 'id'>,
    editionId: string,
    acts: readonly (readonly Moved[])[],
    but?: ReadonlySet<string>,
  ): Promise<ActTies[]> {
    const within = editionScopes(editionId);
    return this.others.acting(
      someone,
      DECIDING,
      acts.map((about) => ({ within, about })),
      but,
    );
  }
}
