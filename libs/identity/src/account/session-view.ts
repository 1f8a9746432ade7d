import type { Actor } from '@haishi/contracts';
import { ENVIRONMENT, type Environment, permissionsOf } from '@haishi/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Consents } from '../consent/consents.js';
import { Persons } from '../person/persons.js';
import { SecondFactors } from '../second-factor/second-factors.js';
import { demandsSecondFactor } from '../session/session.rules.js';
import type { SessionView } from './account.dto.js';

/** Answers who is signed in. */
@Injectable()
export class SessionViews {
  constructor(
    private readonly persons: Persons,
    private readonly secondFactors: SecondFactors,
    private readonly consents: Consents,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  async of(actor: Actor): Promise<SessionView> {
    const { demonstrationAllowed, production, databaseUrl, smtpUrl, smsUrl, site } = this.environment;
    const caught = smtpUrl === undefined || smsUrl === undefined;
    const person = actor.kind === 'person' ? await this.persons.byId(actor.id) : null;
    return {
      person: person && {
        id: person.id,
        name: person.name,
        mail: person.mail,
        phone: person.phone,
        locale: person.locale,
        version: person.version,
      },
      grants: [...actor.grants],
      permissions: permissionsOf(actor),
      secondFactor: actor.secondFactor,
      secondFactorRequired: !actor.secondFactor && demandsSecondFactor(actor.grants),
      secondFactorEnrolled: person !== null && (await this.secondFactors.isEnrolled(person.id)),
      privacyAgreed: person !== null && (await this.consents.has(person.id, 'privacy')),
      features: { demo: demonstrationAllowed, mailPage: caught && !production && databaseUrl === undefined },
      site: { ...(site.icp ? { icp: site.icp } : {}), ...(site.police ? { police: site.police } : {}) },
    };
  }
}
