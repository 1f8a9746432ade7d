import { PersonalData, type PersonalDataHolder } from '@haishi/identity';
import { Database, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal } from 'typeorm';
import { EligibilityClaim } from '../eligibility-claim/claim.entity.js';

/** The projects that a checker has claimed; their claims go with them. */
@Injectable()
export class ClaimPersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'claims';

  constructor(
    private readonly registry: PersonalData,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async export(personId: string): Promise<unknown> {
    const claims = await this.database.manager.findBy(EligibilityClaim, { personId: Equal(personId) });
    return claims.map(({ projectId, at, until }) => ({ projectId, at, until }));
  }

  async erase(work: Work, personId: string): Promise<void> {
    await work.manager.delete(EligibilityClaim, { personId: Equal(personId) });
  }
}
