import { AssignedQueries, type Pair, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { returnRefusal, type ReturnRefusal } from './returning.rules.js';
import type { EntryBrief, ReviewRound } from './round.entity.js';
import { judgesOf } from './round.intake.js';
import { RoundParties } from './round.parties.js';
import { RoundQueries } from './round.queries.js';
import { roomOf, usualLoad } from './task.rules.js';

/** Whether entries that dismissed recusals took from judges may be given back. */
@Injectable()
export class RoundReturning {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly assigned: AssignedQueries,
    private readonly review: ReviewQueries,
    private readonly parties: RoundParties,
  ) {}

  /** How many judges can score an entry, how many it is to have, and why it is not given back, as `returnRefusal` says. */
  async of(
    round: ReviewRound,
    entry: EntryBrief,
    personId: string,
  ): Promise<{ has: number; wants: number; refusal: ReturnRefusal | undefined }> {
    const isTheirs = (one: Pair) => one.entryId === entry.id && one.personId === personId;
    const expert = (await this.parties.ready(round)).get(personId);
    const able = (await this.parties.given(round)).filter(({ lost }) => !lost);
    const others = able.filter(({ entryId }) => entryId === entry.id).map((one) => one.personId);
    const seats = await this.review.seats(round.id);
    const gone = await this.rounds.withdrawn(round.id);
    const { plan } = round;
    const entries = (await this.rounds.entries(round.id)).filter(({ id }) => !gone.has(id));
    const load = plan.load ?? usualLoad(entries.length, seats.length, plan.judgesPerEntry);
    const assigned = (await this.assigned.pairsOf(round.id, personId)).length;
    const language = (await this.rounds.languages(round.id)).get(entry.id);
    const counts = { has: others.length, wants: judgesOf(round, entry) };
    const refusal = returnRefusal({
      ...counts,
      taken: (await this.review.takenByDismissed(round.id)).some(isTheirs),
      withdrawn: gone.has(entry.id),
      ready: expert !== undefined,
      home: plan.awayFromHome && expert?.region === entry.region,
      unread: plan.readLanguages === true && language !== undefined && expert?.languages.includes(language) === false,
      institution: plan.onePerInstitution && (await this.parties.shareInstitution(round, personId, others)),
      scored: (await this.review.scored(round.id)).some(isTheirs),
      room: roomOf({ capacity: expert?.capacity ?? null, assigned }, load.max),
    });
    return { ...counts, refusal };
  }
}
