import type { Actor } from '@haishi/contracts';
import { EventLog } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { AttemptLimits } from '../credential/attempt-limits.js';

/** Counts and records refused sign-ins. */
@Injectable()
export class SignInRefusals {
  constructor(
    private readonly limits: AttemptLimits,
    private readonly log: EventLog,
  ) {}

  /** Fails with `common.too_many` where too many came from this network address of late. */
  async assertFew(actor: Actor): Promise<void> {
    await this.limits.assertBelow('failure', actor.ip);
  }

  /** `personId` is absent where nobody has the login; the login itself is not kept. */
  async record(actor: Actor, personId: string | undefined, method: 'password' | 'code', reason: string): Promise<void> {
    await this.limits.count('failure', actor.ip);
    await this.log.record(actor, {
      type: 'session.refused',
      subjectType: 'person',
      subjectId: personId ?? '',
      payload: { method, reason },
    });
  }
}
