import { createHash } from 'node:crypto';
import { type Actor, failure, type Locale } from '@haishi/contracts';
import { AttemptLimits } from '@haishi/identity';
import { ENVIRONMENT, type Environment, Kept, readCursor, toPage, writePagePdf } from '@haishi/platform';
import { Inject, Injectable } from '@nestjs/common';
import { ProjectLoader } from '../project/project.loader.js';
import { NoticeTies } from '../public-notice/notice.ties.js';
import { maskName } from '../public-notice/masking.rules.js';
import { PublicNoticeQueries } from '../public-notice/public-notice.queries.js';
import { assertOrganises, organises } from '../involvement/organising.js';
import type {
  CertificatesQuery,
  CertificateView,
  NoticeCertificatesView,
  VerifiedCertificate,
} from './certificate.dto.js';
import { type Certificate, zoneOf } from './certificate.entity.js';
import { certificatePage } from './certificate.paper.js';
import { CertificateQueries } from './certificate.queries.js';
import { parseCode } from './certificate.rules.js';
import { awardsOf, listedFor } from './listed.js';

/** Certificates of a notice told at once. */
const PAGE = 100;
/** Papers kept as they were drawn: a team asks for the same one soon after each other. */
const MOST_KEPT = 64;

/** Certificates as organisers, holders and whoever checks one find them. */
@Injectable()
export class CertificateReader {
  private readonly papers = new Kept<Buffer>(MOST_KEPT);

  constructor(
    private readonly queries: CertificateQueries,
    private readonly notices: PublicNoticeQueries,
    private readonly projects: ProjectLoader,
    private readonly limits: AttemptLimits,
    private readonly ties: NoticeTies,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** With a part of them, by their numbers. Fails with `common.not_found`, and with `common.bad_cursor`. */
  async ofNotice(actor: Actor, noticeId: string, query: CertificatesQuery): Promise<NoticeCertificatesView> {
    const notice = await this.notices.get(noticeId);
    assertOrganises(actor, notice.editionId);
    const struck = await this.notices.struck(notice.editionId);
    const gives = notice.kind === 'awards' && notice.state === 'concluded';
    const held = await this.queries.heldOn(noticeId);
    const missing = listedFor(notice, struck).filter(({ projectId }) => !held.has(projectId));
    const [ties] = await this.ties.of(actor, [awardsOf(notice)]);
    const { closed, numbers, othersAct } = ties!;
    const { q = '', cursor, limit = PAGE } = query;
    const after = cursor ? Number(readCursor(cursor, 1)[0]) : 0;
    const part = await this.queries.page(noticeId, q, after, limit + 1);
    const toRevoke = await this.queries.validOf(noticeId, [...struck]);
    const around = await this.queries.around([...part, ...toRevoke]);
    const view = (one: Certificate) => {
      const { title, organisation, division } = one.content;
      const about = { closed: closed.has(one.projectId), struck: struck.has(one.projectId) };
      return { ...viewOf(one, around), title, organisation, division, ...about };
    };
    const { items, ...rest } = toPage(part, limit, ({ serial }) => [serial], view);
    return {
      missing: gives ? missing.length : 0,
      tied: numbers.length > 0 ? { numbers, othersAct } : null,
      issued: held.size,
      toRevoke: toRevoke.map(view),
      certificates: items,
      total: await this.queries.count(noticeId, q),
      ...rest,
    };
  }

  /** For who belongs to the project, and for whom it was handed in to. */
  async ofProject(actor: Actor, projectId: string): Promise<CertificateView[]> {
    const { role } = await this.projects.visible(actor, projectId);
    if (role === 'former') throw failure('common.not_found');
    const all = await this.queries.ofProject(projectId);
    return all.map((one) => viewOf(one, all));
  }

  /**
   * For its holders and its organisers; to anybody else there is no such certificate. Fails with `certificate.revoked`,
   * `common.too_many_files`, and `project.recused` or `certificate.conflict` for organisers with a tie to the project who do not
   * belong to it.
   */
  async pdf(actor: Actor, id: string, language: Locale): Promise<{ name: string; bytes: Buffer }> {
    const certificate = await this.queries.get(id);
    const organiser = organises(actor, certificate.editionId);
    const tied = organiser && (await this.ties.to(actor, certificate.projectId));
    if (!organiser || tied) {
      const { role } = await this.projects.visible(actor, certificate.projectId);
      // Who had the project before holds none of its certificates.
      if (role !== 'owner' && role !== 'teammate') throw failure(tied ? 'certificate.conflict' : 'common.not_found');
    }
    if (certificate.revokedAt) throw failure('certificate.revoked');
    await this.limits.take('paper', actor.id);
    const page = certificatePage(certificate, language, `${this.environment.publicUrl}/certificates/verify`);
    const digest = createHash('sha256').update(JSON.stringify(page)).digest('hex');
    const bytes = await this.papers.get(digest, () => writePagePdf(page));
    return { name: `${certificate.number}-${language}.pdf`, bytes };
  }

  /** What the holder of a check code may know. Fails with `certificate.unknown_code`. */
  async verify(typed: string): Promise<VerifiedCertificate> {
    const code = parseCode(typed);
    const certificate = code && (await this.queries.byCode(code));
    if (!certificate) throw failure('certificate.unknown_code', { field: 'code' });
    const { id: _id, ...view } = viewOf(certificate, await this.queries.ofProject(certificate.projectId));
    const { edition, division, title, organisation, members } = certificate.content;
    const timeZone = zoneOf(certificate.content);
    return { ...view, edition, timeZone, division, title, organisation, members: members.map(maskName) };
  }
}

/** `all` are those that it replaces or is replaced by at least. */
function viewOf(
  { id, number, content, issuedAt, revokedAt, revokeReason, replacesId }: Certificate,
  all: readonly Certificate[],
): CertificateView {
  return {
    id,
    number,
    award: content.award,
    issuedAt: issuedAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    revokeReason,
    replaces: all.find((one) => one.id === replacesId)?.number ?? null,
    replacedBy: all.find((one) => one.replacesId === id)?.number ?? null,
  };
}
