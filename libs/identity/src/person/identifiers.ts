import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Database, SecretBox, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { parseIdentifier } from './identifier.rules.js';
import { type IdentifierType, PersonIdentifier } from './person.entity.js';

export interface IdentifierInput {
  type: IdentifierType;
  /** ISO 3166-1 alpha-2. */
  country: string;
  number: string;
  /** ISO 8601; of a passport. */
  expiresAt?: string;
}

const sealContext = (personId: string) => `identity number of ${personId}`;

/** Identity numbers of persons: unique by a keyed hash, readable through the secret box alone. */
@Injectable()
export class Identifiers {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly secrets: SecretBox,
  ) {}

  /** Sets the actor's own number of that type. Fails as {@link set} does. */
  async setOwn(actor: Actor, input: IdentifierInput): Promise<void> {
    await this.uow.run(actor, (work) => this.set(work, actor.id, input));
  }

  /** Sets a person's number of that type. Fails with `identity.identifier_wrong` or `identity.identifier_taken`, naming `number`. */
  async set(work: Work, personId: string, input: IdentifierInput): Promise<void> {
    const { type, country } = input;
    const number = parseIdentifier(type, country, input.number, work.now);
    const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
    if (number === undefined) throw failure('identity.identifier_wrong', { field: 'number' });
    const numberHash = this.hash(type, country, number);
    const holder = await this.findByHash(type, country, numberHash);
    if (holder && holder.personId !== personId) throw failure('identity.identifier_taken', { field: 'number' });
    await work.manager.delete(PersonIdentifier, { personId: Equal(personId), type: Equal(type) });
    await work.manager.insert(PersonIdentifier, {
      id: newId(),
      personId,
      type,
      country,
      numberHash,
      numberSealed: this.secrets.seal(Buffer.from(number), sealContext(personId)),
      expiresAt,
      createdAt: work.now,
    });
    await work.event({
      type: 'person.identified',
      subjectType: 'person',
      subjectId: personId,
      payload: { type, country },
    });
  }

  /** Whose number this is; `undefined` for nobody's and for what cannot be one. */
  async personWith(type: IdentifierType, country: string, text: string): Promise<string | undefined> {
    const number = parseIdentifier(type, country, text, new Date());
    if (number === undefined) return undefined;
    return (await this.findByHash(type, country, this.hash(type, country, number)))?.personId;
  }

  /** A person's numbers in clear. The caller records that they were looked at. */
  async of(
    personId: string,
  ): Promise<{ type: IdentifierType; country: string; number: string; expiresAt: Date | null }[]> {
    const found = await this.database.manager.findBy(PersonIdentifier, { personId: Equal(personId) });
    return found.map(({ type, country, numberSealed, expiresAt }) => ({
      type,
      country,
      number: this.secrets.open(numberSealed, sealContext(personId)).toString(),
      expiresAt,
    }));
  }

  private hash(type: IdentifierType, country: string, number: string): string {
    return this.secrets.fingerprint(`${type}\0${country}\0${number}`, 'identity number');
  }

  private findByHash(type: IdentifierType, country: string, numberHash: string): Promise<PersonIdentifier | null> {
    return this.database.manager.findOneBy(PersonIdentifier, {
      type: Equal(type),
      country: Equal(country),
      numberHash: Equal(numberHash),
    });
  }
}
