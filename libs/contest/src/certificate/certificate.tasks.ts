import type { Actor } from '@haishi/contracts';
import { type Task, type TaskProvider, TaskProviders } from '@haishi/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { Involvement } from '../involvement/involvement.js';
import { organises, organisesSome } from '../involvement/organising.js';
import { CertificateQueries } from './certificate.queries.js';

/** What certificates want done by who organises: those of projects that were struck off a notice since, to be revoked. */
@Injectable()
export class CertificateTasks implements TaskProvider, OnModuleInit {
  constructor(
    private readonly providers: TaskProviders,
    private readonly editions: EditionQueries,
    private readonly queries: CertificateQueries,
    private readonly involvement: Involvement,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async tasks(actor: Actor): Promise<Task[]> {
    if (actor.kind !== 'person' || !organisesSome(actor)) return [];
    const struck = (await this.queries.ofStruck()).filter(({ editionId }) => organises(actor, editionId));
    if (struck.length === 0) return [];
    // Whoever has a tie to the project leaves its certificate to others.
    const closed = await this.involvement.conflicts(
      actor,
      struck.map(({ projectId }) => projectId),
    );
    const own = struck.filter(({ projectId }) => !closed.has(projectId));
    const tasks: Task[] = [];
    for (const [place, certificates] of Map.groupBy(own, ({ editionId, stageCode }) => `${editionId} ${stageCode}`)) {
      const [editionId = '', stageCode = ''] = place.split(' ');
      const { code, nameZh, nameEn } = await this.editions.get(editionId);
      tasks.push({
        kind: 'certificate.revoke',
        title: { zh: '撤销被取消资格项目的证书', en: 'Revoke certificates of projects that were struck off' },
        detail: { zh: nameZh, en: nameEn },
        href: `/staff/editions/${code}/stages/${stageCode}/public-notices`,
        count: certificates.length,
      });
    }
    return tasks;
  }
}
