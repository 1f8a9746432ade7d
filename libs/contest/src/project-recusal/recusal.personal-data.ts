import { PersonalData, type PersonalDataHolder } from '@haishi/identity';
import type { Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal } from 'typeorm';
import { ProjectRecusal } from './project-recusal.entity.js';
import { ProjectRecusals } from './project-recusals.js';

/** What somebody of the staff is or was recused from. */
@Injectable()
export class RecusalPersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'project_recusals';

  constructor(
    private readonly registry: PersonalData,
    private readonly recusals: ProjectRecusals,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async export(personId: string): Promise<unknown> {
    const found = await this.recusals.of(personId);
    return found.map(({ projectId, kind, reason, at, dismissedAt, dismissal }) => {
      return { projectId, kind, reason, at, dismissedAt, dismissal };
    });
  }

  async erase(work: Work, personId: string): Promise<void> {
    await work.manager.delete(ProjectRecusal, { personId: Equal(personId) });
  }
}
