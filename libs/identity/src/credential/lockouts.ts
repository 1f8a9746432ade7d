import { type Actor, failure } from '@haishi/contracts';
import { UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, LessThan } from 'typeorm';
import { Lockout } from './credential.entity.js';
import { countAttempt, LOCK_SECONDS } from './lockout.rules.js';

const FORGOTTEN_AFTER_MS = 24 * 3_600_000;
const MAX_RACES = 20;

/** Locks an account after too many failures, wherever they come from. */
@Injectable()
export class Lockouts {
  constructor(private readonly uow: UnitOfWork) {}

  /** Counts an attempt, committed at once. Fails with `identity.locked`; answers whether failing this one locks. */
  async begin(actor: Actor, lockKey: string): Promise<{ last: boolean }> {
    for (let race = 0; race < MAX_RACES; race += 1) {
      const counted = await this.uow.run(actor, async ({ manager, now }) => {
        await manager
          .createQueryBuilder()
          .insert()
          .into(Lockout)
          .values({ lockKey, failures: 0, lockedUntil: null, updatedAt: now })
          .orIgnore()
          .updateEntity(false)
          .execute();
        const held = await manager.findOneByOrFail(Lockout, { lockKey: Equal(lockKey) });
        const attempt = countAttempt(held, now);
        if (!attempt.allowed) return attempt;
        const { affected } = await manager.update(
          Lockout,
          { lockKey: Equal(lockKey), failures: Equal(held.failures), updatedAt: Equal(held.updatedAt) },
          { ...attempt.state, updatedAt: now },
        );
        return affected === 1 ? attempt : undefined;
      });
      if (counted === undefined) continue;
      if (!counted.allowed) throw this.locked(counted.seconds);
      return { last: counted.last };
    }
    throw failure('common.busy');
  }

  /** Clears the count after a success. */
  async clear(work: Work, lockKey: string): Promise<void> {
    await work.manager.delete(Lockout, { lockKey: Equal(lockKey) });
  }

  /** What is answered while locked. */
  locked(seconds: number = LOCK_SECONDS): Error {
    return failure('identity.locked', { params: { seconds }, data: { seconds } });
  }

  /** Drops counts that nothing happened to for a day. */
  async prune(work: Work): Promise<void> {
    await work.manager.delete(Lockout, { updatedAt: LessThan(new Date(work.now.getTime() - FORGOTTEN_AFTER_MS)) });
  }
}
