import { failure } from '@haishi/contracts';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, MoreThan } from 'typeorm';
import { ProjectTransfer } from './transfer.entity.js';

/** Named reads of offers to take a project over. */
@Injectable()
export class TransferQueries {
  constructor(private readonly database: Database) {}

  /** Fails with `common.not_found`. */
  async get(id: string): Promise<ProjectTransfer> {
    const transfer = await this.database.manager.findOneBy(ProjectTransfer, { id: Equal(id) });
    if (!transfer) throw failure('common.not_found');
    return transfer;
  }

  /** The offer of a project that may still be taken. */
  openOf(projectId: string, now: Date): Promise<ProjectTransfer | null> {
    return this.database.manager.findOneBy(ProjectTransfer, {
      projectId: Equal(projectId),
      state: Equal('offered'),
      expiresAt: MoreThan(now),
    });
  }

  /** The offers to a mail address, in normal form, that may still be taken; oldest first. */
  openTo(mail: string, now: Date): Promise<ProjectTransfer[]> {
    return this.database.manager.find(ProjectTransfer, {
      where: { toMail: Equal(mail), state: Equal('offered'), expiresAt: MoreThan(now) },
      order: { offeredAt: 'ASC', id: 'ASC' },
    });
  }

  /** Those that changed who owns a project, oldest first. */
  accepted(projectId: string): Promise<ProjectTransfer[]> {
    return this.database.manager.find(ProjectTransfer, {
      where: { projectId: Equal(projectId), state: Equal('accepted') },
      order: { endedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Those that a person made, took, or was offered; oldest first. */
  about(personId: string, mail: string | null): Promise<ProjectTransfer[]> {
    return this.database.manager.find(ProjectTransfer, {
      where: [{ fromId: Equal(personId) }, { toId: Equal(personId) }, ...(mail ? [{ toMail: Equal(mail) }] : [])],
      order: { offeredAt: 'ASC', id: 'ASC' },
    });
  }
}
