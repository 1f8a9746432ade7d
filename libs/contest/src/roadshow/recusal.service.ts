import { type Actor, failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { Recusals, Results, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { SessionCommands } from './session.commands.js';
import type { RecusalInput } from './session.dto.js';
import type { RoadshowSession } from './session.entity.js';
import { SessionPublisher } from './session.publisher.js';
import { SessionQueries } from './session.queries.js';
import type { SessionAction } from './session.rules.js';
import { SessionTies } from './session.ties.js';

/** Also while it is stopped: judges go on reading then. */
const WHENEVER: SessionAction[] = ['edit', 'gather', 'withdraw', 'run', 'standby'];

/** Recusals 回避 that a judge declares or staff set; those that follow from the record are set by themselves. */
@Injectable()
export class RecusalService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
    private readonly recusals: Recusals,
    private readonly results: Results,
    private readonly publisher: SessionPublisher,
    private readonly ties: SessionTies,
  ) {}

  /** By the judge, before scoring the entry. */
  declare(actor: Actor, sessionId: string, input: RecusalInput): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.score', WHENEVER, async (work, session) => {
      const seat = await this.review.seatOf(sessionId, actor.id);
      if (!seat) throw failure('review.not_on_panel');
      return this.add(work, session, { ...input, seatNo: seat.seatNo }, 'declared');
    });
  }

  /** By the organiser or the chair, also after a score: it then no longer counts. */
  set(actor: Actor, sessionId: string, input: RecusalInput): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.chair', WHENEVER, (work, session) =>
      this.add(work, session, input, 'staff'),
    );
  }

  /** Lets a judge score an entry after all. Fails with `review.own_recusal`. */
  lift(actor: Actor, sessionId: string, input: { entryId: string; seatNo: number; reason: string }): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.manage', WHENEVER, async (work) => {
      const { entryId, seatNo, reason } = input;
      await this.sessions.entry(sessionId, entryId);
      const personId = await this.personAt(sessionId, seatNo);
      if (personId === actor.id) throw failure('review.own_recusal');
      await this.recusals.lift(work, { panelId: sessionId, entryId, personId, reason });
      await this.refresh(work, sessionId, entryId);
      return { type: 'recusal.lifted', payload: { entryId, seatNo, personId, reason } };
    });
  }

  private async add(work: Work, session: RoadshowSession, input: RecusalInput, kind: 'declared' | 'staff') {
    const { id: sessionId } = session;
    const { entryId, seatNo, reason } = input;
    await this.sessions.entry(sessionId, entryId);
    if (!seatNo) throw failure('common.required', { field: 'seatNo' });
    const personId = await this.personAt(sessionId, seatNo);
    await this.recusals.add(work, { panelId: sessionId, entryId, personId, kind, reason });
    await this.ties.recused(work, session, personId);
    await this.refresh(work, sessionId, entryId);
    return { type: 'recusal.added', payload: { entryId, seatNo, personId, kind, reason } };
  }

  private async personAt(sessionId: string, seatNo: number): Promise<string> {
    const seat = (await this.review.seats(sessionId)).find((one) => one.seatNo === seatNo);
    if (!seat) throw failure('common.not_found', { field: 'seatNo' });
    return seat.personId;
  }

  private async refresh(work: Work, sessionId: string, entryId: string): Promise<void> {
    const { result } = await this.results.refreshEntry(work, sessionId, entryId);
    await this.publisher.chair(work, sessionId, { result: { entryId, ...result } });
  }
}
