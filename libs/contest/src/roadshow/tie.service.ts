import { type Actor, failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { ReviewQueries, TieRulings } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { moveBoard } from './session.board.js';
import { SessionCommands } from './session.commands.js';
import { SessionPublisher } from './session.publisher.js';
import { SessionQueries } from './session.queries.js';
import { SessionViews } from './session.views.js';

/**
 * The chair's order of entries that the whole tie chain leaves equal. It holds as long as exactly these entries share
 * exactly the values that they had: a changed score, or another entry that joins them, ends it by itself.
 */
@Injectable()
export class TieService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
    private readonly rulings: TieRulings,
    private readonly views: SessionViews,
    private readonly publisher: SessionPublisher,
  ) {}

  /** `entryIds` are all that share the place, best first, locked or shown. An earlier ruling on them gives way. */
  rule(actor: Actor, sessionId: string, entryIds: readonly string[], reason: string): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.chair', ['run'], async (work) => {
      const order = [...new Set(entryIds)];
      const judged = (await this.sessions.entries(sessionId)).filter(
        ({ state }) => state === 'locked' || state === 'shown',
      );
      if (order.some((entryId) => !judged.some(({ id }) => id === entryId))) throw failure('roadshow.entry_not_locked');
      const ranked = (await this.review.results(sessionId))
        .filter(({ entryId, score }) => score !== null && judged.some(({ id }) => id === entryId))
        .map(({ entryId, score, tieValues }) => ({ entryId, result: { score, tieValues } }));
      const { ties } = (await this.review.panel(sessionId))!.aggregation;
      await this.rulings.rule(work, sessionId, order, { ranked, ties }, reason);
      await this.publish(work, sessionId);
      return { type: 'roadshow.tie_ruled', payload: { entryIds: order, reason } };
    });
  }

  /** Takes a ruling back: the entries share their place again. */
  revoke(actor: Actor, sessionId: string, entryIds: readonly string[], reason: string): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.chair', ['run'], async (work) => {
      await this.rulings.revoke(work, sessionId, entryIds, reason);
      await this.publish(work, sessionId);
      return { type: 'roadshow.tie_ruling_taken_back', payload: { entryIds, reason } };
    });
  }

  /** The board moves only where all of these are shown on it, and stands still while it is frozen. */
  private async publish(work: Work, sessionId: string): Promise<void> {
    if (!(await this.sessions.frozen(sessionId))) {
      const { ties } = (await this.review.panel(sessionId))!.aggregation;
      await moveBoard(work, await this.sessions.entries(sessionId), ties, await this.review.rulings(sessionId));
    }
    await this.publisher.chair(work, sessionId, { rulings: await this.views.rulings(sessionId) });
  }
}
