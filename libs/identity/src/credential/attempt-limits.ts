import { type ErrorCode, failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';

interface Limit {
  points: number;
  /** In seconds. */
  duration: number;
  /** What is said where it is reached; `common.too_many` where not given. */
  code?: ErrorCode;
}

/** Generous enough for a campus or a hall behind one address, and far too little for guessing. */
const LIMITS = {
  /** Failed passwords and codes. */
  failure: { points: 60, duration: 600 },
  /** Wrong codes that one signed-in person typed: by person, since many may sit behind one address. */
  guess: { points: 10, duration: 600 },
  /** Codes asked for. */
  code: { points: 100, duration: 600 },
  /** Mails by which one person invited others to their projects. */
  invitation: { points: 100, duration: 3_600 },
  /** Accounts made. */
  signUp: { points: 200, duration: 3_600 },
  /** Lists that one person takes home: a long one is made for seconds. */
  list: { points: 60, duration: 600, code: 'common.too_many_files' },
  /** Papers that one person has drawn: those of a whole session may be printed sheet by sheet. */
  paper: { points: 300, duration: 600, code: 'common.too_many_files' },
} as const satisfies Record<string, Limit>;
export type Limited = keyof typeof LIMITS;

/**
 * Slows down who tries or asks too often from one network address, or as one person: `who` is either. Counted in each server on
 * its own.
 */
@Injectable()
export class AttemptLimits {
  private readonly limiters = Object.fromEntries(
    Object.entries(LIMITS).map(([name, { points, duration }]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points, duration }),
    ]),
  ) as Record<Limited, RateLimiterMemory>;

  /** Fails where `who` did this too often of late: with `common.too_many`, or what the limit says in its place. */
  async assertBelow(limited: Limited, who: string): Promise<void> {
    const wait = await this.waitOf(limited, who);
    if (wait === 0) return;
    const seconds = Math.ceil(wait / 1000);
    const { code = 'common.too_many' }: Limit = LIMITS[limited];
    throw failure(code, { params: { seconds }, data: { seconds } });
  }

  /** Counts that `who` does this now. Fails as {@link assertBelow} does. */
  async take(limited: Limited, who: string): Promise<void> {
    await this.assertBelow(limited, who);
    await this.count(limited, who);
  }

  /** Whether `who` may do this now. */
  async isBelow(limited: Limited, who: string): Promise<boolean> {
    return (await this.waitOf(limited, who)) === 0;
  }

  /** In milliseconds. */
  private async waitOf(limited: Limited, who: string): Promise<number> {
    const held = await this.limiters[limited].get(who);
    return held === null || held.consumedPoints < LIMITS[limited].points ? 0 : held.msBeforeNext;
  }

  async count(limited: Limited, who: string): Promise<void> {
    await this.limiters[limited].penalty(who, 1);
  }
}
