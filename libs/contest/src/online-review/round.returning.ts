import { type Pair, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { returnRefusal, type ReturnRefusal } from './returning.rules.js';
import type { EntryBrief, ReviewRound } from './round.entity.js';
import { RoundParties } from './round.parties.js';
import { RoundQueries } from './round.queries.js';
import { RoundRoom } from './round.room.js';

/** Whether entries that dismissed recusals took from judges may be given back. */
@Injectable()
export class RoundReturning {
  constructor(
    private readonly rounds: RoundQueries,
    private readonly review: ReviewQueries,
    private readonly parties: RoundParties,
    private readonly room: RoundRoom,
  ) {}

  /** How many judges can score an entry, how many it is to have, and why it is not given back, as `returnRefusal` says. */
  async of(
    round: ReviewRound,
    entry: EntryBrief,
    personId: string,
  ): Promise<{ has: number; wants: number; refusal: ReturnRefusal | undefined }> {
    const isTheirs = (one: Pair) => one.entryId === entry.id && one.personId === personId;
    const expert = (await this.parties.ready(round)).get(personId);
    const { judges, has, wants, assigned, most } = await this.room.of(round, entry, personId);
    const { plan } = round;
    const language = (await this.rounds.languages(round.id)).get(entry.id);
    const refusal = returnRefusal({
      has,
      wants,
      taken: (await this.review.takenByDismissed(round.id)).some(isTheirs),
      withdrawn: (await this.rounds.withdrawn(round.id, [entry.id])).has(entry.id),
      ready: expert !== undefined,
      home: plan.awayFromHome && expert?.region === entry.region,
      unread: plan.readLanguages === true && language !== undefined && expert?.languages.includes(language) === false,
      institution: plan.onePerInstitution && (await this.parties.shareInstitution(round, personId, judges)),
      scored: (await this.review.scored(round.id)).some(isTheirs),
      room: most - assigned,
    });
    return { has, wants, refusal };
  }
}
