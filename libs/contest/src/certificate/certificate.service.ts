import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { assertAllowed, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull } from 'typeorm';
import { Edition, editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { ProjectQueries } from '../project/project.queries.js';
import { PublicNoticeQueries } from '../public-notice/public-notice.queries.js';
import { Certificate } from './certificate.entity.js';
import { CertificateNotices } from './certificate.notices.js';
import { CertificateQueries } from './certificate.queries.js';
import { certificateNumber, newCode } from './certificate.rules.js';
import { listedFor } from './listed.js';

/** Issuing certificates on a concluded notice of awards, and revoking them. */
@Injectable()
export class CertificateService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly editions: EditionQueries,
    private readonly projects: ProjectQueries,
    private readonly publicNotices: PublicNoticeQueries,
    private readonly queries: CertificateQueries,
    private readonly notices: CertificateNotices,
  ) {}

  /**
   * Issues one to each listed project that has none; answers how many. Fails with `certificate.not_concluded` where the
   * notice is not one of awards that was concluded, and `certificate.nothing_to_issue`.
   */
  issue(actor: Actor, noticeId: string): Promise<number> {
    return this.unitOfWork.run(actor, async (work) => {
      const notice = await this.publicNotices.get(noticeId);
      assertAllowed(actor, 'edition.manage', editionScopes(notice.editionId));
      if (notice.kind !== 'awards' || notice.state !== 'concluded') throw failure('certificate.not_concluded');
      await work.lockRow(Edition, notice.editionId);
      const held = await this.queries.ofNotice(noticeId);
      const listed = listedFor(notice, await this.publicNotices.struck(noticeId));
      const missing = listed.filter(({ projectId }) => !held.some((one) => one.projectId === projectId));
      if (missing.length === 0) throw failure('certificate.nothing_to_issue');
      const edition = await this.editions.get(notice.editionId);
      let serial = await this.queries.lastSerial(edition.id);
      for (const { projectId, title, organisation, division, result } of missing) {
        serial += 1;
        const members = (await this.projects.members(projectId)).filter(({ isCore }) => isCore);
        const certificate: Certificate = {
          id: newId(),
          editionId: edition.id,
          noticeId,
          projectId,
          serial,
          replacesId: null,
          number: certificateNumber(edition.code, serial),
          code: newCode(),
          content: {
            edition: { zh: edition.nameZh, en: edition.nameEn },
            award: result,
            division,
            title,
            organisation,
            members: members.map(({ name }) => name),
          },
          issuedAt: work.now,
          issuedBy: actor.id,
          revokedAt: null,
          revokedBy: null,
          revokeReason: null,
        };
        await work.manager.insert(Certificate, certificate as never);
        await this.event(work, 'certificate.issued', certificate, {});
        await this.notices.issued(work, certificate);
      }
      return missing.length;
    });
  }

  /** Takes one back, for good; whoever checks it reads why. Fails with `certificate.revoked`. */
  revoke(actor: Actor, id: string, reason: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const certificate = await this.queries.get(id);
      assertAllowed(actor, 'edition.manage', editionScopes(certificate.editionId));
      const { affected } = await work.manager.update(
        Certificate,
        { id: Equal(id), revokedAt: IsNull() },
        { revokedAt: work.now, revokedBy: actor.id, revokeReason: reason },
      );
      if (affected !== 1) throw failure('certificate.revoked');
      await this.event(work, 'certificate.revoked', certificate, { reason });
      await this.notices.revoked(work, certificate, reason);
    });
  }

  private event(
    work: Work,
    type: string,
    { id, number, projectId, editionId }: Certificate,
    more: Record<string, string>,
  ): Promise<string> {
    return work.event({
      type,
      subjectType: 'project',
      subjectId: projectId,
      scopes: editionScopes(editionId),
      payload: { certificateId: id, number, ...more },
    });
  }
}
