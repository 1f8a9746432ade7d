import { randomBytes } from 'node:crypto';
import { type Actor, failure } from '@haishi/contracts';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { SignInQueries } from '../roadshow-signin/sign-in.queries.js';
import { commitment, drawOrder } from './draw.rules.js';
import { EntryList } from './entry-list.js';
import { SessionCommands } from './session.commands.js';
import { RoadshowSession } from './session.entity.js';
import { SessionQueries } from './session.queries.js';

/** The seed of a draw: 32 random bytes in hex. */
export const newSeed = (): string => randomBytes(32).toString('hex');

/** The order drawn by lot 抽签. */
@Injectable()
export class DrawService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly sessions: SessionQueries,
    private readonly editions: EditionQueries,
    private readonly signIns: SignInQueries,
    private readonly review: ReviewQueries,
    private readonly list: EntryList,
  ) {}

  /**
   * Draws the order by the seed that was committed to; from then on the seed is public. Entries that have not signed in
   * are drawn with the others, where `reason` says why nobody waits for them. Ties of judges are looked for again.
   * Fails with `roadshow.no_entries`, `roadshow.no_judges`, with `roadshow.sign_in_first` where the edition wants a sign-in, and with `roadshow.not_all_signed_in`.
   */
  draw(actor: Actor, sessionId: string, reason: string | null): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.manage', ['draw'], async (work, session) => {
      const entries = await this.sessions.entries(sessionId);
      if (entries.length === 0) throw failure('roadshow.no_entries');
      if ((await this.review.seats(sessionId)).length === 0) throw failure('roadshow.no_judges');
      const missing = await this.missing(session);
      const absent = missing.seats.length + missing.entries.length > 0;
      if (absent && !reason)
        throw failure('roadshow.not_all_signed_in', {
          field: 'reason',
          params: { judges: missing.seats.length, entries: missing.entries.length },
          data: { ...missing },
        });
      const { definition } = await this.editions.get(session.editionId);
      const order = drawOrder(
        session.drawSeed,
        entries,
        definition.groups.map(({ code }) => code),
      );
      await this.list.arrange(
        work,
        order.map(({ id }) => id),
      );
      await work.manager.update(RoadshowSession, sessionId, { drawnAt: work.now });
      const recusals = await this.list.recuseByThemselves(work, session);
      return {
        type: 'roadshow.drawn',
        payload: {
          seed: session.drawSeed,
          order: order.map(({ number }) => number),
          ...(absent ? { absent: missing, reason } : {}),
          ...(recusals.length > 0 ? { recusals } : {}),
        },
        tells: { what: 'drawn' },
      };
    });
  }

  /** Takes the draw back, openly and with a reason; the next one has a seed of its own. */
  undraw(actor: Actor, sessionId: string, reason: string): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.manage', ['undraw'], async (work, session) => {
      const drawSeed = newSeed();
      await work.manager.update(RoadshowSession, sessionId, { drawSeed, drawnAt: null });
      return {
        type: 'roadshow.draw_taken_back',
        payload: { reason, seed: session.drawSeed, commitment: commitment(drawSeed) },
      };
    });
  }

  /** Who was expected and has not signed in; nobody where the edition wants no sign-in. */
  private async missing({ id, editionId, stageCode, state }: RoadshowSession) {
    if (state === 'signin') return (await this.signIns.presence(id)).missing;
    const stage = (await this.editions.stages(editionId)).find(({ code }) => code === stageCode)!;
    if (stage.settings.signIn !== false) throw failure('roadshow.sign_in_first');
    return { seats: [], entries: [] };
  }
}
