import { PersonalData, type PersonalDataHolder } from '@haishi/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppealQueries } from './appeal.queries.js';

/** What a person brought forward in appeals, and how it was answered. */
@Injectable()
export class AppealPersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'appeals';

  constructor(
    private readonly registry: PersonalData,
    private readonly queries: AppealQueries,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async export(personId: string): Promise<unknown> {
    return (await this.queries.by(personId)).map(({ projectId, text, at, state, answer, decidedAt }) => ({
      projectId,
      text,
      at,
      state,
      answer,
      decidedAt,
    }));
  }

  /** An appeal stays on record for the decision it is about; who made it goes with the person. */
  async erase(): Promise<void> {}
}
