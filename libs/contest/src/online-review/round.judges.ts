import { Persons } from '@haishi/identity';
import { AssignedQueries, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { Edition } from '../edition/edition.entity.js';
import { termsKept } from '../expert/terms.rules.js';
import type { RoundJudgeView } from './round.dto.js';
import type { ReviewRound } from './round.entity.js';
import { RoundParties } from './round.parties.js';
import { roomOf } from './task.rules.js';

/** The judges of an online review and how far each is, for its organisers. */
@Injectable()
export class RoundJudges {
  constructor(
    private readonly assigned: AssignedQueries,
    private readonly review: ReviewQueries,
    private readonly parties: RoundParties,
    private readonly persons: Persons,
  ) {}

  /**
   * `most` entries are the plan's bound for each; `late` are late sheets by person; entries of `but` are counted nowhere. With how
   * many experts of the pool cannot be asked yet.
   */
  async of(
    round: ReviewRound,
    { definition }: Edition,
    { most, late, but }: { most: number; late: ReadonlyMap<string, number>; but: readonly string[] },
  ): Promise<{ judges: RoundJudgeView[]; notReady: number }> {
    const kept = termsKept(definition);
    const experts = await this.parties.ready(round);
    const seats = await this.parties.seated(round);
    const persons = await this.persons.byIds(seats.map(({ personId }) => personId));
    const pairs = await this.assigned.counts(round.id, but);
    const scored = await this.review.scoredCounts(round.id, but);
    const recused = await this.review.recusedCounts(round.id, but);
    const judges = seats.map(({ personId, kind, organisationName }) => {
      const expert = experts.get(personId);
      const capacity = expert?.capacity ?? null;
      const { given: assigned, declared } = pairs.get(personId) ?? { given: 0, declared: 0 };
      return {
        personId,
        name: expert?.name ?? persons.get(personId)?.name ?? '',
        kind,
        organisationName,
        region: expert?.region ?? null,
        fields: expert?.fields ?? [],
        capacity,
        accepted: kept(expert),
        active: expert !== undefined,
        assigned,
        room: expert ? roomOf({ capacity, assigned }, most) : 0,
        declared,
        scored: scored.get(personId) ?? 0,
        late: late.get(personId) ?? 0,
        recused: recused.get(personId) ?? 0,
      };
    });
    const pool = await this.assigned.experts(round.editionId);
    return { judges, notReady: pool.length - judges.filter(({ active }) => active).length };
  }
}
