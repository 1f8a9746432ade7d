import { failure } from '@haishi/contracts';
import type { Work } from '@haishi/platform';
import { AssignedQueries, Experts } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { judgeTermsOf } from '../edition/edition.defaults.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { termsDigest } from '../edition/undertaking.rules.js';
import { termsKept } from './terms.rules.js';

/** The terms of judging 评审须知 of an edition, and who accepted them. */
@Injectable()
export class JudgeTerms {
  constructor(
    private readonly editions: EditionQueries,
    private readonly assigned: AssignedQueries,
    private readonly experts: Experts,
  ) {}

  /**
   * The actor accepts the terms as the edition words them, and names their ties; answers which wording. `read` is the wording
   * that they read, where it is said. Fails with `common.not_found`, and `online_review.other_terms` where it is no longer the
   * edition's.
   */
  async accept(work: Work, editionId: string, ties: readonly string[], read: string | null): Promise<string> {
    const wording = judgeTermsOf((await this.editions.get(editionId)).definition);
    const digest = termsDigest(wording);
    if (read !== null && read !== digest) throw failure('online_review.other_terms', { field: 'terms' });
    await this.experts.accept(work, editionId, work.actor.id, { ties, terms: { digest, wording } });
    return digest;
  }

  /** Fails with `online_review.accept_first`, also where the wording was changed since. */
  async assertAccepted(editionId: string, personId: string): Promise<void> {
    const { definition } = await this.editions.get(editionId);
    if (!termsKept(definition)(await this.assigned.expertOf(editionId, personId)))
      throw failure('online_review.accept_first');
  }
}
