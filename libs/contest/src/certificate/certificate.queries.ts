import { setImmediate as nextTurn } from 'node:timers/promises';
import { failure } from '@haishi/contracts';
import { Database, escapeLike } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { Project } from '../project/project.entity.js';
import { Certificate } from './certificate.entity.js';

/** Projects asked for by one statement. */
const AT_ONCE = 1000;

/** A certificate to be revoked, and the stage of the notice on which it was issued. */
export interface StruckCertificate {
  id: string;
  projectId: string;
  editionId: string;
  stageCode: string;
}

/** By what a certificate says it is looked for. */
const WORDED = ['title', 'organisation'];

/** Named reads of certificates. */
@Injectable()
export class CertificateQueries {
  constructor(private readonly database: Database) {}

  /** Fails with `common.not_found`. */
  async get(id: string): Promise<Certificate> {
    const certificate = await this.database.manager.findOneBy(Certificate, { id: Equal(id) });
    if (!certificate) throw failure('common.not_found');
    return certificate;
  }

  byCode(code: string): Promise<Certificate | null> {
    return this.database.manager.findOneBy(Certificate, { code: Equal(code) });
  }

  ofNotice(noticeId: string): Promise<Certificate[]> {
    return this.database.manager.find(Certificate, { where: { noticeId: Equal(noticeId) }, order: { serial: 'ASC' } });
  }

  /**
   * `limit` of those of a notice with serial numbers after `after`; of those with `words` in their number, title or organisation where
   * any are said.
   */
  page(noticeId: string, words: string, after: number, limit: number): Promise<Certificate[]> {
    return this.matching(noticeId, words)
      .andWhere('certificate.serial > :after', { after })
      .orderBy('certificate.serial', 'ASC')
      .limit(limit)
      .getMany();
  }

  /** How many {@link page} goes through. */
  count(noticeId: string, words: string): Promise<number> {
    return this.matching(noticeId, words).getCount();
  }

  private matching(noticeId: string, words: string): SelectQueryBuilder<Certificate> {
    const query = this.database.manager
      .createQueryBuilder(Certificate, 'certificate')
      .where('certificate.noticeId = :noticeId', { noticeId });
    const wanted = words.trim().toLowerCase();
    if (wanted === '') return query;
    const texts = ['certificate.number', ...WORDED.map((part) => `JSON_EXTRACT(certificate.content, '$.${part}')`)];
    const found = texts.map((text) => `LOWER(${text}) LIKE :like ESCAPE '!'`).join(' OR ');
    return query.andWhere(`(${found})`, { like: `%${escapeLike(wanted)}%` });
  }

  /** Of a notice, those not revoked of these projects; by serial number. */
  async validOf(noticeId: string, projectIds: readonly string[]): Promise<Certificate[]> {
    if (projectIds.length === 0) return [];
    return this.database.manager.find(Certificate, {
      where: { noticeId: Equal(noticeId), projectId: In([...projectIds]), revokedAt: IsNull() },
      order: { serial: 'ASC' },
    });
  }

  /** The projects that hold or held a certificate on a notice. */
  async heldOn(noticeId: string): Promise<Set<string>> {
    const rows = await this.database.query<{ projectId: string }>(
      'SELECT projectId FROM certificates WHERE noticeId = ?',
      [noticeId],
    );
    return new Set(rows.map(({ projectId }) => projectId));
  }

  /** Those in whose place some of these were issued, and those issued in theirs. */
  async around(some: readonly Pick<Certificate, 'id' | 'replacesId'>[]): Promise<Certificate[]> {
    const replaced = some.flatMap(({ replacesId }) => replacesId ?? []);
    return this.database.manager.findBy(Certificate, [
      { replacesId: In(some.map(({ id }) => id)) },
      ...(replaced.length > 0 ? [{ id: In(replaced) }] : []),
    ]);
  }

  /** Those of them that were not revoked. */
  valid(ids: readonly string[]): Promise<Certificate[]> {
    return this.database.manager.findBy(Certificate, { id: In([...ids]), revokedAt: IsNull() });
  }

  /** The projects of a notice that held certificates on it of which none is valid any more. */
  async takenAway(noticeId: string): Promise<Set<string>> {
    const rows = await this.database.query<{ projectId: string }>(
      `SELECT projectId FROM certificates WHERE noticeId = ?
       GROUP BY projectId HAVING COUNT(*) = COUNT(revokedAt)`,
      [noticeId],
    );
    return new Set(rows.map(({ projectId }) => projectId));
  }

  /** How many were issued in an edition, and how many of them revoked. */
  async counts(editionId: string): Promise<{ issued: number; revoked: number }> {
    const [row] = await this.database.query<{ issued: string | number; revoked: string | number }>(
      'SELECT COUNT(*) AS issued, COUNT(revokedAt) AS revoked FROM certificates WHERE editionId = ?',
      [editionId],
    );
    return { issued: Number(row!.issued), revoked: Number(row!.revoked) };
  }

  /** Where certificates that were not revoked are held by projects struck off a notice since, of all editions. */
  ofStruck(): Promise<StruckCertificate[]> {
    return this.database.query<StruckCertificate>(
      `SELECT DISTINCT certificate.id AS id, certificate.projectId AS projectId, certificate.editionId AS editionId,
         notice.stageCode AS stageCode
       FROM notice_objections objection JOIN certificates certificate ON certificate.projectId = objection.projectId
       JOIN public_notices notice ON notice.id = certificate.noticeId
       WHERE objection.struck = 1 AND certificate.revokedAt IS NULL`,
    );
  }

  ofProject(projectId: string): Promise<Certificate[]> {
    return this.database.manager.find(Certificate, {
      where: { projectId: Equal(projectId) },
      order: { issuedAt: 'ASC', serial: 'ASC' },
    });
  }

  /** Of the projects that a person handed in. */
  ofOwner(personId: string): Promise<Certificate[]> {
    return this.database.manager
      .createQueryBuilder(Certificate, 'certificate')
      .innerJoin(Project, 'project', 'project.id = certificate.projectId')
      .where('project.ownerId = :personId', { personId })
      .orderBy('certificate.issuedAt', 'ASC')
      .addOrderBy('certificate.id', 'ASC')
      .getMany();
  }

  /** The names of the core members of these projects, by project, in the order of their teams. */
  async coreMembers(projectIds: readonly string[]): Promise<Map<string, string[]>> {
    const names = new Map<string, string[]>();
    for (let start = 0; start < projectIds.length; start += AT_ONCE) {
      await nextTurn();
      const ids = projectIds.slice(start, start + AT_ONCE);
      const rows = await this.database.query<{ projectId: string; name: string }>(
        `SELECT projectId, name FROM project_members WHERE isCore = 1 AND projectId IN (${ids.map(() => '?').join(', ')})
         ORDER BY projectId, position`,
        ids,
      );
      for (const [projectId, own] of Map.groupBy(rows, (row) => row.projectId))
        names.set(
          projectId,
          own.map(({ name }) => name),
        );
    }
    return names;
  }

  /** The highest serial number given in an edition. */
  async lastSerial(editionId: string): Promise<number> {
    return (await this.database.manager.maximum(Certificate, 'serial', { editionId: Equal(editionId) })) ?? 0;
  }
}
