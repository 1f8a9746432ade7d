import { type Actor, failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { Results, type ScoreSheet, Strikes } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { SessionAccess } from './session.access.js';
import { SessionCommands } from './session.commands.js';
import { SessionPublisher } from './session.publisher.js';
import { SessionQueries } from './session.queries.js';
import { chairSheet } from './session.rules.js';

interface SheetAct {
  entryId: string;
  seatNo: number;
  reason: string;
}

/** Sheets that the chair declares invalid. The result changes at once, what the public was shown only when shown again. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly access: SessionAccess,
    private readonly sessions: SessionQueries,
    private readonly strikes: Strikes,
    private readonly results: Results,
    private readonly publisher: SessionPublisher,
  ) {}

  /** Of a locked or shown entry. The sheet stays stored and marked; it no longer counts, and cannot be corrected. */
  strike(actor: Actor, sessionId: string, { entryId, seatNo, reason }: SheetAct): Promise<void> {
    return this.change(actor, sessionId, entryId, async (work) => {
      const sheet = await this.strikes.strike(work, entryId, seatNo, reason);
      return { sheet, event: { type: 'score.struck', payload: payloadOf(sheet, reason) } };
    });
  }

  /** Takes that back, with a reason, as long as the session runs; both stay on record. */
  liftStrike(actor: Actor, sessionId: string, { entryId, seatNo, reason }: SheetAct): Promise<void> {
    return this.change(actor, sessionId, entryId, async (work) => {
      const sheet = await this.strikes.lift(work, entryId, seatNo, reason);
      return { sheet, event: { type: 'score.strike_lifted', payload: payloadOf(sheet, reason) } };
    });
  }

  /** Every sheet of the entry that was declared invalid, by whom and why, and whether that was taken back. */
  async ofEntry(actor: Actor, sessionId: string, entryId: string) {
    await this.access.get(actor, sessionId, 'roadshow.chair', 'roadshow.manage');
    await this.sessions.entry(sessionId, entryId);
    const strikes = await this.strikes.of(entryId);
    return strikes.map(({ seatNo, revision, reason, at, madeBy, liftedAt, liftedBy, liftReason }) => ({
      seatNo,
      revision,
      reason,
      at: at.toISOString(),
      madeBy,
      liftedAt: liftedAt?.toISOString() ?? null,
      liftedBy,
      liftReason,
    }));
  }

  private change(
    actor: Actor,
    sessionId: string,
    entryId: string,
    act: (work: Work) => Promise<{ sheet: ScoreSheet; event: { type: string; payload: Record<string, unknown> } }>,
  ): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.chair', ['run'], async (work) => {
      const entry = await this.sessions.entry(sessionId, entryId);
      if (entry.state !== 'locked' && entry.state !== 'shown') throw failure('roadshow.entry_not_locked');
      const { sheet, event } = await act(work);
      const { result } = await this.results.refreshEntry(work, sessionId, entryId);
      await this.publisher.chair(work, sessionId, {
        sheet: chairSheet(sheet),
        result: { entryId, ...result },
      });
      return event;
    });
  }
}

const payloadOf = ({ entryId, seatNo, personId, revision }: ScoreSheet, reason: string) => ({
  entryId,
  seatNo,
  personId,
  revision,
  reason,
});
