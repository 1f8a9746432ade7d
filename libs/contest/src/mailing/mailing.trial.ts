import { type Actor, failure } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { Notices, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { type Edition, editionScopes } from '../edition/edition.entity.js';
import { MailingChoice } from './mailing.choice.js';
import type { MailingInput, MailingPreview } from './mailing.dto.js';
import { told } from './mailing.rules.js';
import { MAILING_TEMPLATE } from './mailing.sender.js';
import { MailingSight } from './mailing.sight.js';

const SAMPLES = 3;

/** A message before it is sent: shown as it will be read, and tried on oneself. */
@Injectable()
export class MailingTrial {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly choice: MailingChoice,
    private readonly sight: MailingSight,
    private readonly persons: Persons,
    private readonly notices: Notices,
  ) {}

  /** How many would get it of those whom the actor may know of, and how the first of them would read it. Fails as {@link MailingChoice.of} does. */
  async preview(actor: Actor, editionName: string, input: MailingInput): Promise<MailingPreview> {
    const { edition, seen, recused } = await this.choice.of(actor, editionName, input);
    return {
      recipients: seen.length,
      recused,
      samples: (await this.sight.named(seen.slice(0, SAMPLES))).map((one) => {
        const { subject, text } = told(input, one, nameOf(edition));
        const { name, mail, locale } = one;
        return { name, mail, locale, subject: subject[locale], text: text[locale] };
      }),
    };
  }

  /** Sends it to the actor alone, as the first of the recipients whom they may know of would read it. Fails as {@link MailingChoice.of} does, with `mailing.nobody` and `mailing.no_address`. */
  async test(actor: Actor, editionName: string, input: MailingInput): Promise<void> {
    const { edition, seen } = await this.choice.of(actor, editionName, input);
    const [first] = await this.sight.named(seen.slice(0, 1));
    if (!first) throw failure('mailing.nobody');
    const person = await this.persons.byId(actor.id);
    if (!person?.mail) throw failure('mailing.no_address');
    await this.unitOfWork.run(actor, async (work) => {
      const { subject, text } = told(input, first, nameOf(edition));
      await this.notices.send(work, {
        template: MAILING_TEMPLATE.name,
        to: { personId: person.id, mail: person.mail, locale: actor.locale },
        params: { subject, text },
        key: `mailing-test:${newId()}`,
      });
      await work.event({
        type: 'mailing.tested',
        subjectType: 'edition',
        subjectId: edition.id,
        scopes: editionScopes(edition.id),
      });
    });
  }
}

const nameOf = ({ nameZh, nameEn }: Edition) => ({ zh: nameZh, en: nameEn });
