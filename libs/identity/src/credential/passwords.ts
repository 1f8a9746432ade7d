import { failure } from '@haishi/contracts';
import { Database, type Work } from '@haishi/platform';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { Password } from './credential.entity.js';
import { passwordProblem } from './password.rules.js';

/** Memory in KiB, passes and lanes that OWASP recommends for argon2id (its default algorithm). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** A hash nobody's password has, so that an unknown login takes as long as a known one. */
let nobodys: Promise<string> | undefined;

/** A password as it is stored (argon2id, PHC string). Takes some 20 ms of a worker thread. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** Fails, naming `field`, where a new password is not good enough. */
export function assertPassword(password: string, logins: readonly (string | null)[], field = 'password'): void {
  const problem = passwordProblem(
    password,
    logins.filter((login) => login !== null),
  );
  if (problem) throw failure(problem, { field });
}

/** The passwords of persons. */
@Injectable()
export class Passwords {
  constructor(private readonly database: Database) {}

  /** Stores a hash made by {@link hashPassword} before the unit of work was opened. */
  async set(work: Work, personId: string, passwordHash: string): Promise<void> {
    const values = { hash: passwordHash, changedAt: work.now };
    const { affected } = await work.manager.update(Password, { personId: Equal(personId) }, values);
    if (!affected) await work.manager.insert(Password, { personId, ...values });
    await work.event({ type: 'password.changed', subjectType: 'person', subjectId: personId });
  }

  has(personId: string): Promise<boolean> {
    return this.database.manager.existsBy(Password, { personId: Equal(personId) });
  }

  /** Whether it is the person's password; takes as long for nobody (`undefined`). */
  async matches(personId: string | undefined, password: string): Promise<boolean> {
    const stored = personId ? await this.database.manager.findOneBy(Password, { personId: Equal(personId) }) : null;
    nobodys ??= hashPassword('nobody');
    const right = await verify(stored?.hash ?? (await nobodys), password.normalize('NFC'));
    return right && stored !== null;
  }
}
