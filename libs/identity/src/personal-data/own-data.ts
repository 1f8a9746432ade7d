import { failure } from '@haishi/contracts';
import { Database, PersonalVault, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Equal } from 'typeorm';
import { Consents } from '../consent/consents.js';
import { Password } from '../credential/credential.entity.js';
import { RoleGrant } from '../grant/grant.entity.js';
import { Grants } from '../grant/grants.js';
import { Identifiers } from '../person/identifiers.js';
import { Person, PersonIdentifier } from '../person/person.entity.js';
import { RecoveryCode, SecondFactor } from '../second-factor/second-factor.entity.js';
import { Session } from '../session/session.entity.js';
import { Sessions } from '../session/sessions.js';
import { PersonalData, type PersonalDataHolder } from './personal-data.js';

/** What this room holds of a person. Consents and the fact of what was done stay, without a name. */
@Injectable()
export class OwnData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'identity';

  constructor(
    private readonly registry: PersonalData,
    private readonly database: Database,
    private readonly identifiers: Identifiers,
    private readonly consents: Consents,
    private readonly grants: Grants,
    private readonly sessions: Sessions,
    private readonly vault: PersonalVault,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async export(personId: string): Promise<unknown> {
    const { manager } = this.database;
    const person = await manager.findOneBy(Person, { id: Equal(personId) });
    if (!person) throw failure('common.not_found');
    const { name, mail, phone, locale, state, createdAt } = person;
    const sessions = await manager.find(Session, {
      where: { personId: Equal(personId) },
      order: { createdAt: 'DESC' },
    });
    return {
      person: { id: personId, name, mail, phone, locale, state, createdAt },
      identifiers: await this.identifiers.of(personId),
      roles: (await this.grants.of(personId)).map(({ role, scopeType, scopeId, grantedAt }) => ({
        role,
        scopeType,
        scopeId,
        grantedAt,
      })),
      consents: (await this.consents.of(personId)).map(({ purpose, version, givenAt, withdrawnAt }) => ({
        purpose,
        version,
        givenAt,
        withdrawnAt,
      })),
      sessions: sessions.map(({ method, createdAt: begunAt, lastSeenAt, revokedAt, ip, userAgent }) => ({
        method,
        begunAt,
        lastSeenAt,
        revokedAt,
        ip,
        userAgent,
      })),
    };
  }

  async erase(work: Work, personId: string): Promise<void> {
    await this.sessions.endAll(work, personId);
    for (const entity of [PersonIdentifier, Password, SecondFactor, RecoveryCode, Session, RoleGrant])
      await work.manager.delete(entity, { personId: Equal(personId) });
    await work.manager.update(
      Person,
      { id: Equal(personId) },
      { name: '', nameKey: '', mail: null, phone: null, state: 'erased' },
    );
    await work.event({ type: 'person.erased', subjectType: 'person', subjectId: personId });
    await this.vault.erase(work, personId);
  }
}
