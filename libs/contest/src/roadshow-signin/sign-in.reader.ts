import type { Actor } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { ReviewQueries } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { SessionAccess } from '../roadshow/session.access.js';
import type { SignInLine } from './sign-in.dto.js';
import { SignInQueries } from './sign-in.queries.js';

/** The attendance list 签到表, for staff: it holds the names of speakers. */
@Injectable()
export class SignInReader {
  constructor(
    private readonly access: SessionAccess,
    private readonly signIns: SignInQueries,
    private readonly review: ReviewQueries,
    private readonly persons: Persons,
  ) {}

  /** Oldest first. */
  async list(actor: Actor, sessionId: string): Promise<SignInLine[]> {
    await this.access.get(actor, sessionId, 'roadshow.record', 'roadshow.chair', 'roadshow.manage');
    const lines = await this.signIns.of(sessionId);
    const seats = await this.review.seats(sessionId);
    const persons = await this.persons.byIds(lines.map(({ madeBy }) => madeBy));
    return lines.map(({ kind, subjectId, speakers, at, madeBy }) => ({
      seatNo: kind === 'judge' ? (seats.find(({ personId }) => personId === subjectId)?.seatNo ?? null) : null,
      entryId: kind === 'entry' ? subjectId : null,
      speakers,
      at: at.toISOString(),
      by: persons.get(madeBy)?.name ?? '',
    }));
  }
}
