import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { isDuplicateKey, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull } from 'typeorm';
import { Edition, editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { NoticeTies } from '../public-notice/notice.ties.js';
import { PublicNoticeQueries } from '../public-notice/public-notice.queries.js';
import { assertOrganises } from '../involvement/organising.js';
import type { CertificateText, ReissueInput } from './certificate.dto.js';
import { Certificate } from './certificate.entity.js';
import { CertificateNotices } from './certificate.notices.js';
import { CertificateQueries } from './certificate.queries.js';
import { certificateNumber, newCode } from './certificate.rules.js';

/**
 * Revoking certificates, and issuing a revoked one anew 补发, with what was wrong on it put right. Award and division stay as they
 * were published. All of it by organisers without a tie to the project.
 */
@Injectable()
export class RevocationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly editions: EditionQueries,
    private readonly ties: NoticeTies,
    private readonly publicNotices: PublicNoticeQueries,
    private readonly queries: CertificateQueries,
    private readonly notices: CertificateNotices,
  ) {}

  /** Takes one back, for good; whoever checks it reads why. Fails with `certificate.revoked` and `certificate.conflict`. */
  revoke(actor: Actor, id: string, reason: string): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const certificate = await this.untied(actor, id);
      const { affected } = await work.manager.update(
        Certificate,
        { id: Equal(id), revokedAt: IsNull() },
        { revokedAt: work.now, revokedBy: actor.id, revokeReason: reason },
      );
      if (affected !== 1) throw failure('certificate.revoked');
      await work.event({
        type: 'certificate.revoked',
        subjectType: 'project',
        subjectId: certificate.projectId,
        scopes: editionScopes(certificate.editionId),
        payload: { certificateId: id, number: certificate.number, reason },
      });
      await this.notices.revoked(work, certificate, reason);
    });
  }

  /** What a certificate says that may be put right, for its organisers. Fails with `certificate.conflict`. */
  async text(actor: Actor, id: string): Promise<CertificateText> {
    const { title, organisation, members } = (await this.untied(actor, id)).content;
    return { title, organisation, members };
  }

  /**
   * Answers the id of the new one, which has a number and a check code of its own and names the one that it replaces. Fails with
   * `certificate.not_revoked`, `certificate.replaced`, `certificate.struck` where the project was struck off a notice, and `certificate.conflict` for who has a tie to the project.
   */
  reissue(actor: Actor, id: string, { title, organisation, members }: ReissueInput): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const old = await this.untied(actor, id);
      if (!old.revokedAt) throw failure('certificate.not_revoked');
      await work.lockRow(Edition, old.editionId);
      if ((await this.publicNotices.struck(old.editionId)).has(old.projectId)) throw failure('certificate.struck');
      const edition = await this.editions.get(old.editionId);
      const serial = (await this.queries.lastSerial(edition.id)) + 1;
      const certificate: Certificate = {
        ...old,
        id: newId(),
        serial,
        number: certificateNumber(edition.code, serial),
        code: newCode(),
        content: { ...old.content, title, organisation, members },
        replacesId: old.id,
        issuedAt: work.now,
        issuedBy: actor.id,
        revokedAt: null,
        revokedBy: null,
        revokeReason: null,
      };
      try {
        await work.manager.insert(Certificate, certificate as never);
      } catch (error) {
        if (isDuplicateKey(error)) throw failure('certificate.replaced');
        throw error;
      }
      await work.event({
        type: 'certificate.issued',
        subjectType: 'project',
        subjectId: old.projectId,
        scopes: editionScopes(old.editionId),
        payload: { certificateId: certificate.id, number: certificate.number, replaces: old.number },
      });
      await this.notices.reissued(work, certificate, old.number);
      return certificate.id;
    });
  }

  private async untied(actor: Actor, id: string): Promise<Certificate> {
    const certificate = await this.queries.get(id);
    assertOrganises(actor, certificate.editionId);
    if (await this.ties.to(actor, certificate.projectId)) throw failure('certificate.conflict');
    return certificate;
  }
}
