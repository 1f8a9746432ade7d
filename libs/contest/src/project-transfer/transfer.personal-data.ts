import { PersonalData, type PersonalDataHolder, Persons } from '@haishi/identity';
import type { Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal } from 'typeorm';
import { ProjectTransfer } from './transfer.entity.js';
import { TransferQueries } from './transfer.queries.js';

/** Offers of projects that a person made or got. */
@Injectable()
export class TransferPersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'project_transfers';

  constructor(
    private readonly registry: PersonalData,
    private readonly queries: TransferQueries,
    private readonly persons: Persons,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async export(personId: string): Promise<unknown> {
    const mail = (await this.persons.byId(personId))?.mail ?? null;
    const transfers = await this.queries.about(personId, mail);
    return transfers.map(({ projectId, fromId, toMail, state, offeredAt, endedAt }) => ({
      projectId,
      made: fromId === personId,
      // The address of somebody else is theirs.
      ...(toMail === mail ? { mail } : {}),
      state,
      offeredAt,
      endedAt,
    }));
  }

  /** What is open ends; that a project changed hands stays on record, without the address. */
  async erase(work: Work, personId: string): Promise<void> {
    const mail = (await this.persons.byId(personId))?.mail ?? null;
    for (const { id, state, fromId, toMail, toId } of await this.queries.about(personId, mail)) {
      const theirs = toMail === mail || toId === personId;
      const ended = state === 'offered' ? { state: 'revoked' as const, endedAt: work.now } : {};
      if (theirs || fromId === personId)
        await work.manager.update(ProjectTransfer, { id: Equal(id) }, { ...ended, toMail: theirs ? '' : toMail });
    }
  }
}
