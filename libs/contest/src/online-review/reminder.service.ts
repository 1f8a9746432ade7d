import type { Actor } from '@haishi/contracts';
import { Notices } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { dayIn, reminderKey, unfinished } from './reminder.rules.js';
import { ReminderNotices } from './reminder.notices.js';
import { RoundCommands } from './round.commands.js';
import type { ReminderView } from './round.dto.js';
import { RoundParties } from './round.parties.js';
import { RoundQueries } from './round.queries.js';

/** Reminds the judges of an open round who are not done, each once a day. */
@Injectable()
export class ReminderService {
  constructor(
    private readonly commands: RoundCommands,
    private readonly rounds: RoundQueries,
    private readonly editions: EditionQueries,
    private readonly parties: RoundParties,
    private readonly review: ReviewQueries,
    private readonly words: ReminderNotices,
    private readonly notices: Notices,
  ) {}

  /** Fails with `online_review.action_not_allowed` where the round is not open. */
  async remind(actor: Actor, roundId: string): Promise<ReminderView> {
    let answer: ReminderView = { reminded: 0, already: 0 };
    await this.commands.manage(actor, roundId, 'remind', async (work, round) => {
      const withdrawn = await this.rounds.withdrawn(roundId);
      const given = (await this.parties.given(round)).filter(({ lost }) => !lost);
      const left = unfinished(given, await this.review.scored(roundId), withdrawn);
      const { timeZone } = await this.editions.get(round.editionId);
      const day = dayIn(timeZone, work.now);
      const keyOf = (personId: string) => reminderKey(roundId, personId, day);
      const sent = new Set((await this.notices.outcomes([...left.keys()].map(keyOf))).map(({ key }) => key));
      const wanted = [...left].filter(([personId]) => !sent.has(keyOf(personId)));
      const reminded = await this.words.send(work, round, wanted, keyOf);
      answer = { reminded, already: sent.size };
      return { type: 'review_round.reminded', payload: { ...answer } };
    });
    return answer;
  }
}
