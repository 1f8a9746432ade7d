import { Schedule, systemActor, UnitOfWork } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Lockouts } from '../credential/lockouts.js';
import { OneTimeCodes } from '../credential/one-time-codes.js';
import { Sessions } from './sessions.js';

const HOUR_SECONDS = 3_600;

/** Drops sessions, codes and counts of failures that no longer matter. */
@Injectable()
export class Upkeep implements OnModuleInit {
  constructor(
    private readonly schedule: Schedule,
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly codes: OneTimeCodes,
    private readonly lockouts: Lockouts,
  ) {}

  onModuleInit(): void {
    this.schedule.every(HOUR_SECONDS, 'identity.upkeep', () => this.run());
  }

  async run(): Promise<void> {
    await this.uow.run(systemActor('upkeep'), async (work) => {
      await this.sessions.prune(work);
      await this.codes.prune(work);
      await this.lockouts.prune(work);
    });
  }
}
