import { type Actor, failure } from '@haishi/contracts';
import type { FieldFailure } from '@haishi/kernel';
import { UnitOfWork } from '@haishi/platform';
import { findUniversity } from '@haishi/reference';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { Fair } from '../fair/fair.entity.js';
import { InvitationAccess } from './invitation.access.js';
import type { QuotasInput, QuotaView } from './invitation.dto.js';
import { InvitationQuota } from './invitation.entity.js';
import { InvitationQueries } from './invitation.queries.js';

/** How many graduates of each university a fair invites. */
@Injectable()
export class InvitationQuotaService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: InvitationAccess,
    private readonly queries: InvitationQueries,
  ) {}

  async list(actor: Actor, fairName: string): Promise<QuotaView[]> {
    const { id } = await this.access.fair(actor, fairName);
    const [quotas, taken] = await Promise.all([this.queries.quotas(id), this.queries.taken(id)]);
    return [...quotas]
      .map(([university, places]) => ({ university, places, taken: taken.get(university) ?? 0 }))
      .sort((one, other) => (one.university < other.university ? -1 : 1));
  }

  /** Sets all of them; universities that are not named are not limited any more. Fails naming each faulty field. */
  async set(actor: Actor, fairName: string, { items }: QuotasInput): Promise<void> {
    const fair = await this.access.fair(actor, fairName);
    const quotas = readQuotas(items);
    await this.uow.run(actor, async (work) => {
      await work.lockRow(Fair, fair.id);
      await work.manager.delete(InvitationQuota, { fairId: Equal(fair.id) });
      const rows = [...quotas].map(([university, places]) => ({ fairId: fair.id, university, places }));
      if (rows.length > 0) await work.manager.insert(InvitationQuota, rows);
      await work.event({
        type: 'invitation_quota.set',
        subjectType: 'fair',
        subjectId: fair.id,
        scopes: { fair: fair.id },
        payload: { quotas: Object.fromEntries(quotas) },
      });
    });
  }
}

function readQuotas(items: QuotasInput['items']): Map<string, number> {
  const quotas = new Map<string, number>();
  const fields: FieldFailure[] = [];
  for (const [index, { university: value, places }] of items.entries()) {
    const university = findUniversity(value)?.zh;
    const field = `items.${index}.university`;
    if (university === undefined)
      fields.push({ field, code: 'invitation.quota_unknown_university', params: { value } });
    else if (quotas.has(university)) fields.push({ field, code: 'invitation.quota_twice', params: { value } });
    else quotas.set(university, places);
  }
  if (fields.length > 0) throw failure('common.invalid', { fields });
  return quotas;
}
