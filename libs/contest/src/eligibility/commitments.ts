import type { FieldFailure } from '@haishi/kernel';
import { Injectable } from '@nestjs/common';
import { RoundQueries } from '../online-review/round.queries.js';
import type { Project } from '../project/project.entity.js';
import { MoveQueries } from '../project-move/move.queries.js';
import { ListedNow } from '../public-notice/listed-now.js';

/** What already follows from a project's acceptance. */
@Injectable()
export class Commitments {
  constructor(
    private readonly notices: ListedNow,
    private readonly moves: MoveQueries,
    private readonly rounds: RoundQueries,
  ) {}

  /** The first of them: that it stands on a public notice, in a session, or in an online review that was opened. */
  async of({ id, editionId }: Project): Promise<Pick<FieldFailure, 'code' | 'params'> | null> {
    const number = await this.notices.standsOn(editionId, id);
    if (number !== null) return { code: 'eligibility.on_notice', params: { number } };
    const names = await this.moves.sessionsWith(id);
    if (names.length > 0) return { code: 'eligibility.in_session', params: { names } };
    return (await this.rounds.isUnderReview(id)) ? { code: 'eligibility.under_review' } : null;
  }
}
