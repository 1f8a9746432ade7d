import { Injectable } from '@nestjs/common';
import type { NoticeItem } from '../public-notice/public-notice.entity.js';
import { PublicNoticeQueries } from '../public-notice/public-notice.queries.js';
import { CertificateQueries } from './certificate.queries.js';
import { listedFor } from './listed.js';

/** An award that a project has by a notice. */
export interface StandingAward extends Pick<NoticeItem, 'projectId' | 'result'> {
  /** Of the notice. */
  stageCode: string;
}

/**
 * Which awards stand. A notice stays as it was published; an award on it is lost by who was struck off, on this notice or another of
 * the edition, and by who held a certificate of it of which none is valid any more.
 */
@Injectable()
export class Awards {
  constructor(
    private readonly notices: PublicNoticeQueries,
    private readonly certificates: CertificateQueries,
  ) {}

  /** By the notices of an edition that are open or concluded. */
  async ofEdition(editionId: string): Promise<StandingAward[]> {
    const struck = await this.notices.struck(editionId);
    const standing: StandingAward[] = [];
    for (const notice of await this.notices.ofEdition(editionId)) {
      const { id, kind, state, stageCode } = notice;
      if (kind !== 'awards' || state === 'revoked') continue;
      const taken = await this.certificates.takenAway(id);
      for (const { projectId, result } of listedFor(notice, struck))
        if (!taken.has(projectId)) standing.push({ projectId, result, stageCode });
    }
    return standing;
  }
}
