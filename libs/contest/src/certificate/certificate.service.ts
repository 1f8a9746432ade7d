import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { inTurns, insertRows, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Edition, editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { NoticeTies, tiedTo } from '../public-notice/notice.ties.js';
import { PublicNoticeQueries } from '../public-notice/public-notice.queries.js';
import { assertOrganises } from '../involvement/organising.js';
import { Certificate } from './certificate.entity.js';
import { CertificateQueries } from './certificate.queries.js';
import { CertificateTelling } from './certificate.telling.js';
import { certificateNumber, newCode } from './certificate.rules.js';
import { awardsOf, listedFor } from './listed.js';

/** Issuing certificates on a concluded notice of awards. */
@Injectable()
export class CertificateService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly editions: EditionQueries,
    private readonly publicNotices: PublicNoticeQueries,
    private readonly queries: CertificateQueries,
    private readonly telling: CertificateTelling,
    private readonly ties: NoticeTies,
  ) {}

  /**
   * Issues one to each listed project that has none; answers how many. Their entrants are told in the background. Fails with
   * `certificate.not_concluded` where the notice is not one of awards that was concluded, `certificate.nothing_to_issue`, and as
   * {@link NoticeTies.assertActs} says.
   */
  issue(actor: Actor, noticeId: string): Promise<number> {
    return this.unitOfWork.run(actor, async (work) => {
      const notice = await this.publicNotices.get(noticeId);
      assertOrganises(actor, notice.editionId);
      const tied = await this.ties.assertActs(actor, awardsOf(notice));
      if (notice.kind !== 'awards' || notice.state !== 'concluded') throw failure('certificate.not_concluded');
      await work.lockRow(Edition, notice.editionId);
      const held = await this.queries.heldOn(noticeId);
      const listed = listedFor(notice, await this.publicNotices.struck(notice.editionId));
      const missing = listed.filter(({ projectId }) => !held.has(projectId));
      if (missing.length === 0) throw failure('certificate.nothing_to_issue');
      const edition = await this.editions.get(notice.editionId);
      const last = await this.queries.lastSerial(edition.id);
      const names = await this.queries.coreMembers(missing.map(({ projectId }) => projectId));
      const certificates = await inTurns(
        missing,
        ({ projectId, title, organisation, division, result }, index): Certificate => ({
          id: newId(),
          editionId: edition.id,
          noticeId,
          projectId,
          serial: last + index + 1,
          replacesId: null,
          number: certificateNumber(edition.code, last + index + 1),
          code: newCode(),
          content: {
            edition: { zh: edition.nameZh, en: edition.nameEn },
            timeZone: edition.timeZone,
            award: result,
            division,
            title,
            organisation,
            members: names.get(projectId) ?? [],
          },
          issuedAt: work.now,
          issuedBy: actor.id,
          revokedAt: null,
          revokedBy: null,
          revokeReason: null,
        }),
      );
      await insertRows(work, Certificate, certificates);
      await work.events(
        certificates.map(({ id, number, projectId }) => ({
          type: 'certificate.issued',
          subjectType: 'project',
          subjectId: projectId,
          scopes: editionScopes(edition.id),
          payload: { certificateId: id, number, ...tiedTo(tied) },
        })),
      );
      await this.telling.begin(work, noticeId, last);
      return missing.length;
    });
  }
}
