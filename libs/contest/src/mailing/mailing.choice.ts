import { type Actor, failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import type { Edition } from '../edition/edition.entity.js';
import { MailingAccess } from './mailing.access.js';
import { MailingAudience } from './mailing.audience.js';
import type { MailingInput } from './mailing.dto.js';
import { type Addressee, checkAudience, checkPlaceholders } from './mailing.rules.js';
import { MailingSight } from './mailing.sight.js';

/** Whom a message would go to. */
export interface Chosen {
  edition: Edition;
  all: Addressee[];
  /** Those of whom the actor may know. */
  seen: Addressee[];
  /** How many projects in reach are closed to the actor, whomever they chose. */
  recused: number;
}

/** Who is chosen by a message that somebody has written. */
@Injectable()
export class MailingChoice {
  constructor(
    private readonly access: MailingAccess,
    private readonly audience: MailingAudience,
    private readonly sight: MailingSight,
  ) {}

  /** Fails with `common.invalid` that names every faulty field, and as {@link MailingAccess.edition} and {@link MailingAudience.of} do. */
  async of(actor: Actor, editionName: string, input: MailingInput): Promise<Chosen> {
    const { edition, reach } = await this.access.edition(actor, editionName);
    const faults = [
      ...checkAudience(input.audience, edition.definition),
      ...checkPlaceholders(input, input.audience.kind),
    ];
    if (faults.length > 0) throw failure('common.invalid', { fields: faults });
    const all = await this.audience.of(edition, reach, input.audience);
    return { edition, all, ...(await this.sight.of(actor, { editionId: edition.id, reach }, all)) };
  }
}
