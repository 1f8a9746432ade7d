import { failure } from '@haishi/contracts';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { Project } from '../project/project.entity.js';
import { Certificate } from './certificate.entity.js';

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

  /** The highest serial number given in an edition. */
  async lastSerial(editionId: string): Promise<number> {
    return (await this.database.manager.maximum(Certificate, 'serial', { editionId: Equal(editionId) })) ?? 0;
  }
}
