import { type Actor, failure } from '@haishi/contracts';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { RecordQueries } from '../roadshow-record/record.queries.js';
import { SignInQueries } from '../roadshow-signin/sign-in.queries.js';
import { SessionCommands } from './session.commands.js';
import { SessionRecusing } from './session.recusing.js';

/** How a session starts. */
@Injectable()
export class StartService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly review: ReviewQueries,
    private readonly signIns: SignInQueries,
    private readonly records: RecordQueries,
    private readonly recusing: SessionRecusing,
  ) {}

  /**
   * Fails with `roadshow.too_few_judges` where fewer sit than valid scores are demanded, with `roadshow.too_few_signed_in`
   * where so many sit and have not signed in, and with `roadshow.draw_not_witnessed` where a supervisor was appointed who
   * has not witnessed the draw and no reason is given. Ties of judges are looked for again.
   */
  start(actor: Actor, sessionId: string, reason: string | null): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.chair', ['start'], async (work, session) => {
      const seats = (await this.review.seats(sessionId)).length;
      const { minValid } = (await this.review.panel(sessionId))!.aggregation;
      if (seats < minValid) throw failure('roadshow.too_few_judges', { params: { seats, minValid } });
      if (session.signInOpenedAt) {
        const present = (await this.signIns.presence(sessionId)).here.seats.length;
        if (present < minValid) throw failure('roadshow.too_few_signed_in', { params: { present, minValid } });
      }
      const witnessed = await this.records.drawWitnessed(session);
      if (!witnessed && !reason) throw failure('roadshow.draw_not_witnessed', { field: 'reason' });
      const recusals = await this.recusing.recuse(work, session);
      return {
        type: 'roadshow.started',
        payload: { ...(witnessed ? {} : { reason }), ...(recusals.length > 0 ? { recusals } : {}) },
      };
    });
  }
}
