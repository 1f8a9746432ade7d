import { PersonalData, type PersonalDataHolder } from '@haishi/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PublicNoticeQueries } from './public-notice.queries.js';

/** What the objection channel holds of a person: what they objected, and how it was answered. */
@Injectable()
export class ObjectionPersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'objections';

  constructor(
    private readonly registry: PersonalData,
    private readonly queries: PublicNoticeQueries,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async export(personId: string): Promise<unknown> {
    const objections = await this.queries.objectionsBy(personId);
    return objections.map(({ number, statement, evidence, at, state, answer, answeredAt }) => ({
      number,
      statement,
      evidence: evidence.map(({ name }) => name),
      at,
      state,
      answer,
      answeredAt,
    }));
  }

  /** An objection stays on record for the result it is about; who filed it goes with the person. */
  async erase(): Promise<void> {}
}
