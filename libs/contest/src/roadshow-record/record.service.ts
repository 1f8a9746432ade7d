import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { isAllowed, type Work } from '@haishi/platform';
import { Panels, ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { sessionScopes } from '../roadshow/session.scopes.js';
import { SessionCommands } from '../roadshow/session.commands.js';
import { RoadshowSession } from '../roadshow/session.entity.js';
import { SessionQueries } from '../roadshow/session.queries.js';
import type { SessionAction } from '../roadshow/session.rules.js';
import { BARS_SUPERVISING } from '../roadshow/session.ties.js';
import type { ConfirmInput, SignatureBackInput, SignatureInput, WitnessInput } from './record.dto.js';
import { RoadshowSignature, RoadshowWitness, type SigningParty, type WitnessSubject } from './record.entity.js';
import { RecordQueries } from './record.queries.js';
import { nothingOpen, recordCode } from './record.rules.js';

const STAFF = ['roadshow.record', 'roadshow.chair', 'roadshow.manage'] as const;
/** When each subject can be witnessed: the draw from then on, the totals between close and confirmation. */
const WHILE: Record<WitnessSubject, readonly SessionAction[]> = {
  draw: ['withdraw', 'run', 'standby', 'reveal', 'announce'],
  totals: ['reveal'],
  confirmation: ['announce'],
};

interface Signatory {
  party: SigningParty;
  subjectId: string;
  named: { seatNo: number } | { entryId: string } | { chair: true };
}

/** What makes totals final: a supervisor's word, signatures on the printed summary, the chair's confirmation. */
@Injectable()
export class RecordService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
    private readonly panels: Panels,
    private readonly records: RecordQueries,
  ) {}

  /**
   * A supervisor's word, under their own account. Who has any other part in the session cannot supervise it.
   * Fails with `roadshow.witness_not_independent`, `roadshow.record_stale`, and an objection without remark with `common.required`.
   */
  witness(actor: Actor, sessionId: string, input: WitnessInput): Promise<void> {
    const { subject, verdict, digest } = input;
    return this.commands.run(actor, sessionId, 'roadshow.witness', WHILE[subject], async (work, session) => {
      const remark = input.remark || null;
      if (verdict === 'objected' && !remark) throw failure('common.required', { field: 'remark' });
      await this.assertIndependent(actor, session);
      assertFresh(digest, await this.digestOf(session, subject));
      await work.manager.insert(RoadshowWitness, {
        id: newId(),
        sessionId,
        subject,
        verdict,
        digest,
        remark,
        at: work.now,
        madeBy: actor.id,
      });
      const code = recordCode(digest);
      return { type: `roadshow.${verdict}`, payload: { subject, code, ...(remark ? { remark } : {}) } };
    });
  }

  /** Notes that somebody has signed the printed summary; a signature on earlier totals is replaced. Fails with `roadshow.record_stale`. */
  sign(actor: Actor, sessionId: string, input: SignatureInput): Promise<void> {
    return this.commands.run(actor, sessionId, STAFF, ['reveal'], async (work) => {
      assertFresh(input.digest, await this.records.totals(sessionId));
      const everybody = await this.signatories(sessionId);
      const signing = input.all ? everybody : [find(everybody, input)];
      for (const { party, subjectId } of signing) {
        await this.takeBack(work, sessionId, party, subjectId);
        await work.manager.insert(RoadshowSignature, {
          id: newId(),
          sessionId,
          party,
          subjectId,
          digest: input.digest,
          at: work.now,
          madeBy: actor.id,
        });
      }
      const code = recordCode(input.digest);
      return { type: 'roadshow.signed', payload: { code, signed: signing.map(({ named }) => named) } };
    });
  }

  /** Takes a signature back that was noted by mistake. Fails with `roadshow.not_signed`. */
  unsign(actor: Actor, sessionId: string, input: SignatureBackInput): Promise<void> {
    return this.commands.run(actor, sessionId, STAFF, ['reveal'], async (work) => {
      const { party, subjectId, named } = find(await this.signatories(sessionId), input);
      if (!(await this.takeBack(work, sessionId, party, subjectId))) throw failure('roadshow.not_signed');
      return { type: 'roadshow.signature_taken_back', payload: { ...named, reason: input.reason } };
    });
  }

  /**
   * Confirms the totals into the review engine, for good. Where a signature or the supervisor's word is missing, only with
   * a reason. Fails with `roadshow.record_stale`, `roadshow.record_open`.
   */
  confirm(actor: Actor, sessionId: string, { digest, reason }: ConfirmInput): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.chair', ['confirm'], async (work, session) => {
      assertFresh(digest, await this.records.totals(sessionId));
      const open = await this.records.open(session, digest);
      const complete = nothingOpen(open);
      if (!complete && !reason)
        throw failure('roadshow.record_open', {
          field: 'reason',
          params: { judges: open.judges.length, entries: open.entries.length },
          data: { ...open },
        });
      await this.panels.confirm(work, sessionId);
      await work.manager.update(RoadshowSession, sessionId, { confirmedAt: work.now });
      const code = recordCode(digest);
      return { type: 'roadshow.confirmed', payload: { code, digest, ...(complete ? {} : { open, reason }) } };
    });
  }

  private async assertIndependent(actor: Actor, session: RoadshowSession): Promise<void> {
    const scopes = sessionScopes(session);
    const takesPart = BARS_SUPERVISING.some((one) => isAllowed(actor, one, scopes));
    if (takesPart || (await this.review.seatOf(session.id, actor.id)))
      throw failure('roadshow.witness_not_independent');
  }

  private async digestOf(session: RoadshowSession, subject: WitnessSubject): Promise<string | undefined> {
    if (subject === 'draw') return (await this.records.draw(session.id))?.digest;
    return this.records.totals(session.id);
  }

  private async signatories(sessionId: string): Promise<Signatory[]> {
    const seats = await this.review.seats(sessionId);
    const entries = await this.sessions.entries(sessionId);
    return [
      ...seats.map(({ seatNo, personId }) => ({ party: 'judge' as const, subjectId: personId, named: { seatNo } })),
      ...entries
        .filter(({ state }) => state !== 'withdrawn')
        .map(({ id }) => ({ party: 'entry' as const, subjectId: id, named: { entryId: id } })),
      { party: 'chair' as const, subjectId: sessionId, named: { chair: true } },
    ];
  }

  private async takeBack(work: Work, sessionId: string, party: SigningParty, subjectId: string): Promise<boolean> {
    const { affected } = await work.manager.delete(RoadshowSignature, {
      sessionId: Equal(sessionId),
      party: Equal(party),
      subjectId: Equal(subjectId),
    });
    return affected === 1;
  }
}

function assertFresh(digest: string, now: string | undefined): void {
  if (digest !== now) throw failure('roadshow.record_stale', { field: 'digest' });
}

/** Whom the input names; the chair where it names nobody. Fails with `common.not_found`. */
function find(
  everybody: readonly Signatory[],
  { seatNo, entryId }: { seatNo?: number | null; entryId?: string | null },
) {
  const found = everybody.find(({ party, subjectId, named }) => {
    if (entryId) return subjectId === entryId;
    return seatNo ? 'seatNo' in named && named.seatNo === seatNo : party === 'chair';
  });
  if (!found) throw failure('common.not_found', { field: entryId ? 'entryId' : 'seatNo' });
  return found;
}
