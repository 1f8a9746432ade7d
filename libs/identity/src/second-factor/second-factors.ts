import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Database, EventLog, SecretBox, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI } from 'otplib';
import { Equal, In, IsNull, LessThan, Not } from 'typeorm';
import { Lockouts } from '../credential/lockouts.js';
import { Sessions } from '../session/sessions.js';
import { RecoveryCode, SecondFactor } from './second-factor.entity.js';
import { acceptedStep, STEP_SECONDS, totpCode, totpStep } from './totp.rules.js';

const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
/** Enough for ten characters in base 32. */
const RECOVERY_BYTES = 7;
const ISSUER = 'Haishi';

const sealContext = (personId: string) => `second factor of ${personId}`;
const lockKey = (personId: string) => `totp:${personId}`;
const plainRecoveryCode = (code: string) => code.toUpperCase().replace(/[^A-Z2-7]/g, '');

/** What an authenticator must be given. */
export interface Enrolment {
  secret: string;
  uri: string;
}

/** Time-based one-time passwords of persons, and the codes that stand in for a lost device. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly secrets: SecretBox,
    private readonly lockouts: Lockouts,
    private readonly sessions: Sessions,
    private readonly log: EventLog,
  ) {}

  /** Whether the person has a second factor in force. */
  async isEnrolled(personId: string): Promise<boolean> {
    return (await this.find(personId))?.confirmedAt != null;
  }

  /** Which of these persons have a second factor in force. */
  async enrolledAmong(personIds: readonly string[]): Promise<Set<string>> {
    const found = await this.database.manager.find(SecondFactor, {
      select: { personId: true },
      where: { personId: In(personIds), confirmedAt: Not(IsNull()) },
    });
    return new Set(found.map(({ personId }) => personId));
  }

  /**
   * Starts enrolment with a fresh secret, in force once confirmed.
   * Fails with `identity.second_factor_enrolled` where one is in force that this session did not pass.
   */
  async enrol(actor: Actor): Promise<Enrolment> {
    return this.uow.run(actor, async (work) => {
      const held = await this.find(actor.id);
      if (held?.confirmedAt && !actor.secondFactor) throw failure('identity.second_factor_enrolled');
      const secret = generateSecret({ length: SECRET_BYTES });
      const pendingSealed = this.secrets.seal(Buffer.from(secret), sealContext(actor.id));
      if (held) await work.manager.update(SecondFactor, { personId: Equal(actor.id) }, { pendingSealed });
      else
        await work.manager.insert(SecondFactor, {
          personId: actor.id,
          secretSealed: null,
          pendingSealed,
          confirmedAt: null,
          lastStep: 0,
        });
      await work.event({ type: 'second_factor.started', subjectType: 'person', subjectId: actor.id });
      return { secret, uri: generateURI({ issuer: ISSUER, label: actor.name, secret }) };
    });
  }

  /**
   * Puts the started enrolment in force, marks this session, and answers fresh recovery codes, told once.
   * Fails with `identity.second_factor_not_enrolled`, `identity.second_factor_wrong` or `identity.locked`.
   */
  async confirm(actor: Actor, code: string): Promise<string[]> {
    const attempt = await this.lockouts.begin(actor, lockKey(actor.id));
    const held = await this.find(actor.id);
    if (!held?.pendingSealed || (held.confirmedAt && !actor.secondFactor))
      throw failure('identity.second_factor_not_enrolled');
    const { pendingSealed } = held;
    const step = acceptedStep(this.read(pendingSealed, actor.id), code, new Date(), 0);
    if (step === undefined) throw await this.refuse(actor, attempt);
    return this.uow.run(actor, async (work) => {
      const { affected } = await work.manager.update(
        SecondFactor,
        { personId: Equal(actor.id), pendingSealed: Equal(pendingSealed) },
        { secretSealed: pendingSealed, pendingSealed: null, confirmedAt: work.now, lastStep: step },
      );
      if (affected !== 1) throw failure('identity.second_factor_not_enrolled');
      const fresh = await this.renewRecoveryCodes(work, actor.id);
      await this.sessions.passSecondFactor(work, actor.sessionId!);
      await this.lockouts.clear(work, lockKey(actor.id));
      await work.event({ type: 'second_factor.enrolled', subjectType: 'person', subjectId: actor.id });
      return fresh;
    });
  }

  /** Marks this session as having passed, by a code of the device or a recovery code. Fails as {@link confirm} does. */
  async pass(actor: Actor, code: string): Promise<void> {
    const held = await this.find(actor.id);
    if (!held?.confirmedAt) throw failure('identity.second_factor_not_enrolled');
    const attempt = await this.lockouts.begin(actor, lockKey(actor.id));
    const method = await this.uow.run(actor, async (work) => {
      const used = /^\d{6}$/.test(code)
        ? await this.useDevice(work, held, code)
        : await this.useRecoveryCode(work, actor.id, code);
      if (!used) return undefined;
      await this.sessions.passSecondFactor(work, actor.sessionId!);
      await this.lockouts.clear(work, lockKey(actor.id));
      await work.event({
        type: 'second_factor.passed',
        subjectType: 'person',
        subjectId: actor.id,
        payload: { method: used },
      });
      return used;
    });
    if (method === undefined) throw await this.refuse(actor, attempt);
  }

  /** Removes a person's second factor, after a lost device; they enrol anew at the next sign-in. */
  async remove(work: Work, personId: string): Promise<void> {
    const { affected } = await work.manager.delete(SecondFactor, { personId: Equal(personId) });
    if (!affected) throw failure('identity.second_factor_not_enrolled');
    await work.manager.delete(RecoveryCode, { personId: Equal(personId) });
    await work.event({ type: 'second_factor.removed', subjectType: 'person', subjectId: personId });
  }

  /** Puts a fresh secret in force without asking, for the command line and the demonstration. */
  async install(work: Work, personId: string, account: string): Promise<Enrolment> {
    const secret = generateSecret({ length: SECRET_BYTES });
    await work.manager.delete(SecondFactor, { personId: Equal(personId) });
    await work.manager.insert(SecondFactor, {
      personId,
      secretSealed: this.secrets.seal(Buffer.from(secret), sealContext(personId)),
      pendingSealed: null,
      confirmedAt: work.now,
      lastStep: 0,
    });
    await work.event({ type: 'second_factor.enrolled', subjectType: 'person', subjectId: personId });
    return { secret, uri: generateURI({ issuer: ISSUER, label: account, secret }) };
  }

  /**
   * A code that will be taken now, and the seconds it stays good for: the next one where this step's was used already.
   * For the demonstration's panel alone.
   */
  async currentCode(personId: string): Promise<{ code: string; secondsLeft: number } | undefined> {
    const held = await this.find(personId);
    if (!held?.secretSealed) return undefined;
    const now = new Date();
    const current = totpStep(now);
    const step = held.lastStep < current ? current : current + 1;
    const end = (step + 1) * STEP_SECONDS;
    return {
      code: totpCode(this.read(held.secretSealed, personId), step),
      secondsLeft: end - Math.floor(now.getTime() / 1000),
    };
  }

  private find(personId: string): Promise<SecondFactor | null> {
    return this.database.manager.findOneBy(SecondFactor, { personId: Equal(personId) });
  }

  private read(sealed: string, personId: string): string {
    return this.secrets.open(sealed, sealContext(personId)).toString();
  }

  private async useDevice(work: Work, held: SecondFactor, code: string): Promise<'totp' | undefined> {
    const secret = this.read(held.secretSealed!, held.personId);
    const step = acceptedStep(secret, code, work.now, held.lastStep);
    if (step === undefined) return undefined;
    const { affected } = await work.manager.update(
      SecondFactor,
      { personId: Equal(held.personId), lastStep: LessThan(step) },
      { lastStep: step },
    );
    return affected === 1 ? 'totp' : undefined;
  }

  private async useRecoveryCode(work: Work, personId: string, code: string): Promise<'recovery' | undefined> {
    const codeHash = this.recoveryHash(personId, code);
    const { affected } = await work.manager.update(
      RecoveryCode,
      { personId: Equal(personId), codeHash: Equal(codeHash), usedAt: IsNull() },
      { usedAt: work.now },
    );
    return affected === 1 ? 'recovery' : undefined;
  }

  private async renewRecoveryCodes(work: Work, personId: string): Promise<string[]> {
    await work.manager.delete(RecoveryCode, { personId: Equal(personId) });
    const codes = Array.from({ length: RECOVERY_CODES }, () => {
      const text = generateSecret({ length: RECOVERY_BYTES }).slice(0, 10);
      return `${text.slice(0, 5)}-${text.slice(5)}`;
    });
    await work.manager.insert(
      RecoveryCode,
      codes.map((code) => ({ id: newId(), personId, codeHash: this.recoveryHash(personId, code), usedAt: null })),
    );
    return codes;
  }

  private recoveryHash(personId: string, code: string): string {
    return this.secrets.fingerprint(`${personId}\0${plainRecoveryCode(code)}`, 'recovery code');
  }

  private async refuse(actor: Actor, attempt: { last: boolean }): Promise<Error> {
    await this.log.record(actor, { type: 'second_factor.refused', subjectType: 'person', subjectId: actor.id });
    return attempt.last ? this.lockouts.locked() : failure('identity.second_factor_wrong', { field: 'code' });
  }
}
