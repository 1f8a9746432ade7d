import { PersonalData, type PersonalDataHolder, Persons } from '@haishi/identity';
import type { Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal } from 'typeorm';
import { ARRIVING, CollectedProject } from './collected.entity.js';
import { CollectedQueries } from './collected.queries.js';

/** Projects that were collected from a person. */
@Injectable()
export class CollectedPersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'collected_projects';

  constructor(
    private readonly registry: PersonalData,
    private readonly queries: CollectedQueries,
    private readonly persons: Persons,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async export(personId: string): Promise<unknown> {
    const mail = (await this.persons.byId(personId))?.mail;
    const collected = mail ? await this.queries.byMail(mail) : [];
    return collected.map(
      ({ id: _id, titleKey: _titleKey, importedBy: _importedBy, decidedBy: _decidedBy, ...facts }) => facts,
    );
  }

  /** That a project was referred stays on record without the person. */
  async erase(work: Work, personId: string): Promise<void> {
    const mail = (await this.persons.byId(personId))?.mail;
    for (const { id, state } of mail ? await this.queries.byMail(mail) : [])
      await work.manager.update(
        CollectedProject,
        { id: Equal(id) },
        {
          leaderName: '—',
          leaderMail: `${id}@erased.invalid`,
          ...(state === 'open' || state === ARRIVING ? { state: 'withdrawn' as const, decidedAt: work.now } : {}),
        },
      );
  }
}
