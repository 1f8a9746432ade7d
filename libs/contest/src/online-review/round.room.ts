import { AssignedQueries, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { GivingFacts } from './giving.rules.js';
import type { EntryBrief, ReviewRound } from './round.entity.js';
import { RoundParties } from './round.parties.js';
import { RoundQueries } from './round.queries.js';
import { judgesOf, usualLoad } from './task.rules.js';

/** How much room entries and judges of a round have for each other. */
@Injectable()
export class RoundRoom {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly assigned: AssignedQueries,
    private readonly review: ReviewQueries,
    private readonly parties: RoundParties,
  ) {}

  /** With the judges who can score the entry by now. */
  async of(round: ReviewRound, entry: EntryBrief, personId: string): Promise<GivingFacts & { judges: string[] }> {
    const able = (await this.parties.givenAmong(round, [entry.id])).filter(({ lost }) => !lost);
    const judges = able.map((one) => one.personId);
    const expert = (await this.parties.ready(round)).get(personId);
    const assigned = (await this.assigned.pairsOf(round.id, personId)).length;
    const most = expert?.capacity ?? (await this.mostOf(round));
    return { judges, has: judges.length, wants: judgesOf(round, entry), assigned, most };
  }

  /** The most entries of a judge who named none. */
  private async mostOf({ id, plan }: ReviewRound): Promise<number> {
    if (plan.load) return plan.load.max;
    const entries = (await this.rounds.countEntries(id)) - (await this.rounds.withdrawn(id)).size;
    return usualLoad(entries, (await this.review.seats(id)).length, plan.judgesPerEntry).max;
  }
}
