import { PersonalData, type PersonalDataHolder } from '@haishi/identity';
import type { Work } from '@haishi/platform';
import { AssignedQueries, Expert, SheetDraft } from '@haishi/review';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal } from 'typeorm';

const GONE = { name: '—', organisationName: '—', creditCode: null, aliases: [], ties: [] };

/** What pools of experts hold of a person. */
@Injectable()
export class ExpertPersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'experts';

  constructor(
    private readonly registry: PersonalData,
    private readonly assigned: AssignedQueries,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async export(personId: string): Promise<unknown> {
    const experts = await this.assigned.expertsOf([personId]);
    const accepted = await this.assigned.acceptances(experts.map(({ id }) => id));
    return experts.map((one) => ({
      edition: one.poolId,
      name: one.name,
      mail: one.mail,
      kind: one.kind,
      organisationName: one.organisationName,
      creditCode: one.creditCode,
      aliases: one.aliases,
      ties: one.ties,
      fields: one.fields,
      region: one.region,
      languages: one.languages,
      capacity: one.capacity,
      accepted: accepted.filter(({ expertId }) => expertId === one.id).map(({ wording, at }) => ({ wording, at })),
      withdrawnAt: one.withdrawnAt,
    }));
  }

  /** Whose sheets they are stays known by the account alone; the pool forgets who it was. */
  async erase(work: Work, personId: string): Promise<void> {
    await work.manager.delete(SheetDraft, { personId: Equal(personId) });
    for (const { id, withdrawnAt } of await this.assigned.expertsOf([personId]))
      await work.manager.update(
        Expert,
        { id: Equal(id) },
        { ...GONE, mail: `${id}@erased.invalid`, withdrawnAt: withdrawnAt ?? work.now },
      );
  }
}
