import { randomInt } from 'node:crypto';
import { type Actor, failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { SecretBox, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull, LessThan, MoreThan } from 'typeorm';
import { type CodePurpose, OneTimeCode } from './credential.entity.js';
import { CODE_SECONDS, CODE_TRIES, CODE_WINDOW_SECONDS, secondsToWait } from './one-time-code.rules.js';

/** One-time codes to mail addresses and phones: six digits, ten minutes, five tries, the newest alone. */
@Injectable()
export class OneTimeCodes {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly secrets: SecretBox,
  ) {}

  /** Makes a code for `address` (in normal form), whether anybody has it or not. Fails with `common.too_many`. */
  async issue(work: Work, purpose: CodePurpose, address: string): Promise<{ id: string; code: string }> {
    const addressHash = this.secrets.fingerprint(address, 'code address');
    const earlier = await work.manager.find(OneTimeCode, {
      where: {
        addressHash: Equal(addressHash),
        createdAt: MoreThan(new Date(work.now.getTime() - CODE_WINDOW_SECONDS * 1000)),
      },
      order: { createdAt: 'DESC' },
    });
    const seconds = secondsToWait(
      earlier.map((one) => one.createdAt),
      work.now,
    );
    if (seconds > 0) throw failure('common.too_many', { params: { seconds }, data: { seconds } });
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const id = newId();
    await work.manager.insert(OneTimeCode, {
      id,
      purpose,
      addressHash,
      codeHash: this.codeHash(address, code),
      tries: 0,
      createdAt: work.now,
      expiresAt: new Date(work.now.getTime() + CODE_SECONDS * 1000),
      usedAt: null,
    });
    return { id, code };
  }

  /**
   * Counts a try (committed at once) and answers the id of the code to {@link use}.
   * Fails with `identity.code_wrong`, whatever is wrong: no code, another's, too old, tried too often.
   */
  async check(actor: Actor, purpose: CodePurpose, address: string, code: string): Promise<string> {
    const right = await this.uow.run(actor, async ({ manager, now }) => {
      const newest = await manager.findOne(OneTimeCode, {
        where: { addressHash: Equal(this.secrets.fingerprint(address, 'code address')), purpose: Equal(purpose) },
        order: { createdAt: 'DESC', id: 'DESC' },
      });
      if (!newest || newest.usedAt || newest.expiresAt <= now) return undefined;
      const { affected } = await manager
        .createQueryBuilder()
        .update(OneTimeCode)
        .set({ tries: () => 'tries + 1' })
        .where({ id: Equal(newest.id), tries: LessThan(CODE_TRIES), usedAt: IsNull() })
        .execute();
      return affected === 1 && newest.codeHash === this.codeHash(address, code) ? newest.id : undefined;
    });
    if (right === undefined) throw failure('identity.code_wrong', { field: 'code' });
    return right;
  }

  /** Uses up a checked code in the unit of work that it allows. Fails with `identity.code_wrong` where another was faster. */
  async use(work: Work, codeId: string): Promise<void> {
    const { affected } = await work.manager.update(
      OneTimeCode,
      { id: Equal(codeId), usedAt: IsNull() },
      { usedAt: work.now },
    );
    if (affected !== 1) throw failure('identity.code_wrong', { field: 'code' });
  }

  /** Drops codes that no longer count for anything. */
  async prune(work: Work): Promise<void> {
    const old = new Date(work.now.getTime() - CODE_WINDOW_SECONDS * 1000);
    await work.manager.delete(OneTimeCode, { expiresAt: LessThan(old) });
  }

  private codeHash(address: string, code: string): string {
    return this.secrets.fingerprint(`${address}\0${code}`, 'code');
  }
}
