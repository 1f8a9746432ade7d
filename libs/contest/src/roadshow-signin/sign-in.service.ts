import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { isDuplicateKey, type Work } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { type CommandEvent, SessionCommands } from '../roadshow/session.commands.js';
import { RoadshowSession } from '../roadshow/session.entity.js';
import { SessionQueries } from '../roadshow/session.queries.js';
import type { SessionAction } from '../roadshow/session.rules.js';
import type { SignInInput, SignOutInput } from './sign-in.dto.js';
import { RoadshowSignIn, type SignInKind } from './sign-in.entity.js';

/** Who comes late signs in late: also after the draw and while the session runs or is stopped. */
const WHILE: readonly SessionAction[] = ['gather', 'withdraw', 'run', 'standby'];
const STAFF = ['roadshow.record', 'roadshow.chair', 'roadshow.manage'] as const;

interface Subject {
  kind: SignInKind;
  subjectId: string;
  /** How the event names it. */
  named: { seatNo: number } | { entryId: string };
}

/** Signing in 签到: judges at their own desk or by staff, entries by staff who look at the speakers' identity. */
@Injectable()
export class SignInService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly sessions: SessionQueries,
    private readonly review: ReviewQueries,
  ) {}

  /** Entries and seats are fixed from here on. Fails with `roadshow.no_entries`. */
  open(actor: Actor, sessionId: string): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.manage', ['signIn'], async (work) => {
      if ((await this.sessions.entries(sessionId)).length === 0) throw failure('roadshow.no_entries');
      await work.manager.update(RoadshowSession, sessionId, { signInOpenedAt: work.now });
      return { type: 'roadshow.sign_in_opened' };
    });
  }

  /** Goes back to setting up, as where a substitute judge must be seated; who has signed in stays so. */
  suspend(actor: Actor, sessionId: string, reason: string): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.manage', ['setUp'], async () => ({
      type: 'roadshow.sign_in_suspended',
      payload: { reason },
    }));
  }

  /** The judge at their own desk; once is enough. */
  own(actor: Actor, sessionId: string): Promise<void> {
    return this.commands.run(actor, sessionId, 'roadshow.score', WHILE, async (work) => {
      const seat = await this.review.seatOf(sessionId, actor.id);
      if (!seat) throw failure('review.not_on_panel');
      const subject = { kind: 'judge' as const, subjectId: actor.id, named: { seatNo: seat.seatNo } };
      return this.add(work, sessionId, subject, []);
    });
  }

  /** By staff. Fails with `roadshow.signed_in_already`, and for an entry without speakers with `common.required`. */
  signIn(actor: Actor, sessionId: string, input: SignInInput): Promise<void> {
    return this.commands.run(actor, sessionId, STAFF, WHILE, async (work) => {
      const subject = await this.subject(sessionId, input);
      const speakers = subject.kind === 'entry' ? (input.speakers ?? []) : [];
      if (subject.kind === 'entry' && speakers.length === 0) throw failure('common.required', { field: 'speakers' });
      return this.add(work, sessionId, subject, speakers);
    });
  }

  /** Takes a sign-in back that was a mistake, or notes that a judge has left. Fails with `roadshow.not_signed_in`. */
  signOut(actor: Actor, sessionId: string, input: SignOutInput): Promise<void> {
    return this.commands.run(actor, sessionId, STAFF, WHILE, async (work) => {
      const { kind, subjectId, named } = await this.subject(sessionId, input);
      const { affected } = await work.manager.delete(RoadshowSignIn, {
        sessionId: Equal(sessionId),
        kind: Equal(kind),
        subjectId: Equal(subjectId),
      });
      if (affected !== 1) throw failure('roadshow.not_signed_in');
      return { type: 'roadshow.signed_out', payload: { ...named, reason: input.reason } };
    });
  }

  private async add(work: Work, sessionId: string, subject: Subject, speakers: string[]): Promise<CommandEvent> {
    const { kind, subjectId, named } = subject;
    try {
      await work.manager.insert(RoadshowSignIn, {
        id: newId(),
        sessionId,
        kind,
        subjectId,
        speakers,
        at: work.now,
        madeBy: work.actor.id,
      });
    } catch (error) {
      throw isDuplicateKey(error) ? failure('roadshow.signed_in_already') : error;
    }
    const own = kind === 'judge' && subjectId === work.actor.id;
    return {
      type: 'roadshow.signed_in',
      payload: { ...named, ...(own ? { own } : {}), ...(speakers.length > 0 ? { speakers: speakers.length } : {}) },
    };
  }

  private async subject(sessionId: string, { seatNo, entryId }: SignInInput | SignOutInput): Promise<Subject> {
    if (entryId) {
      const entry = await this.sessions.entry(sessionId, entryId);
      if (entry.state === 'withdrawn') throw failure('roadshow.entry_withdrawn');
      return { kind: 'entry', subjectId: entryId, named: { entryId } };
    }
    if (!seatNo) throw failure('common.required', { field: 'seatNo' });
    const seat = (await this.review.seats(sessionId)).find((one) => one.seatNo === seatNo);
    if (!seat) throw failure('common.not_found', { field: 'seatNo' });
    return { kind: 'judge', subjectId: seat.personId, named: { seatNo } };
  }
}
