import { type Actor, failure } from '@haishi/contracts';
import { UnitOfWork } from '@haishi/platform';
import { Results, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { SessionCommands } from './session.commands.js';
import { SessionPublisher } from './session.publisher.js';
import { SessionQueries } from './session.queries.js';
import { type FreshTie, SessionRecusing } from './session.recusing.js';

const MAX_HELD = 1000;

/** What was found when ties were looked for in a session, and by which turn of what can tie somebody. */
interface Looked {
  turn: number;
  ties: Promise<readonly FreshTie[]>;
}

/**
 * Ties that judges came to since they were looked for, asked with each sheet. What was found is kept as long as nothing happens that
 * can tie anybody, so that the sheets between cost no statement for it.
 */
@Injectable()
export class SheetTies {
  private turn = 0;
  private readonly looked = new Map<string, Looked>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly commands: SessionCommands,
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
    private readonly recusing: SessionRecusing,
    private readonly results: Results,
    private readonly publisher: SessionPublisher,
  ) {}

  /** Something happened that can tie somebody. */
  stale(): void {
    this.turn += 1;
  }

  /**
   * Fails with `review.recused` where the record ties the judge of the seat, or the actor, to the entry by now. They are recused then
   * as by any search for ties, and who leads the session is told; a sheet that is in is left to them, and a repetition of it passes.
   */
  async assertFree(
    actor: Actor,
    sessionId: string,
    { entryId, seatNo, sheetKey }: { entryId: string; seatNo?: number; sheetKey?: string },
  ): Promise<void> {
    const tie = (await this.ties(sessionId)).find(
      (one) => one.entryId === entryId && (seatNo === undefined ? one.personId === actor.id : one.seatNo === seatNo),
    );
    if (!tie) return;
    const sheets = await this.review.sheetsOf(sessionId, tie.personId);
    const sheet = sheets.find((one) => one.entryId === entryId);
    if (sheet && sheet.sheetKey === sheetKey) return;
    if (!sheet) await this.recuse(actor, sessionId, tie);
    throw failure('review.recused');
  }

  /** Judges who submit at the same moment wait for one search. */
  private ties(sessionId: string): Promise<readonly FreshTie[]> {
    const { turn } = this;
    const held = this.looked.get(sessionId);
    if (held?.turn === turn) return held.ties;
    const ties = this.sessions.get(sessionId).then((session) => this.recusing.look(session));
    if (this.looked.size >= MAX_HELD) this.looked.clear();
    this.looked.set(sessionId, { turn, ties });
    ties.catch(() => this.looked.delete(sessionId));
    return ties;
  }

  private recuse(actor: Actor, sessionId: string, { entryId, personId }: FreshTie): Promise<void> {
    return this.unitOfWork.run(actor, (work) =>
      this.commands.follow(work, sessionId, ['edit', 'gather', 'withdraw', 'run', 'standby'], async (session) => {
        const [recusal] = await this.recusing.recuse(work, session, { entryId, personId });
        if (!recusal) return null;
        const { result } = await this.results.refreshEntry(work, sessionId, entryId);
        await this.publisher.chair(work, sessionId, { result: { entryId, ...result } });
        return { type: 'recusal.added', payload: { ...recusal, personId, kind: 'automatic' } };
      }),
    );
  }
}
