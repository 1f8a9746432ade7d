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

  /** Without those of a list that is still being written: nobody sees them, and they may yet go with it. */
  async export(personId: string): Promise<unknown> {
    const mail = (await this.persons.byId(personId))?.mail;
    const collected = mail ? await this.queries.byMail(mail) : [];
    const shown = collected.filter(({ state }) => state !== ARRIVING);
    return shown.map(
      ({ id: _id, titleKey: _titleKey, importedBy: _importedBy, decidedBy: _decidedBy, ...facts }) => facts,
    );
  }

  /** That a project was referred stays on record without the person; what nobody saw yet goes. */
  async erase(work: Work, personId: string): Promise<void> {
    const mail = (await this.persons.byId(personId))?.mail;
    for (const { id, state } of mail ? await this.queries.byMail(mail) : [])
      if (state === ARRIVING) await work.manager.delete(CollectedProject, { id: Equal(id) });
      else
        await work.manager.update(
          CollectedProject,
          { id: Equal(id) },
          {
            leaderName: '—',
            leaderMail: `${id}@erased.invalid`,
            ...(state === 'open' ? { state: 'withdrawn' as const, decidedAt: work.now } : {}),
          },
        );
  }
}
