import { Failure } from '@haishi/kernel';
import { Schedule, systemActor } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CeremonyQueries } from './ceremony.queries.js';
import { CeremonyService } from './ceremony.service.js';

const ACTOR = systemActor('ceremony');

/** Goes the steps that are due by themselves, whoever's page is open; of several servers one goes each. */
@Injectable()
export class CeremonyClock implements OnModuleInit {
  constructor(
    private readonly schedule: Schedule,
    private readonly ceremonies: CeremonyQueries,
    private readonly service: CeremonyService,
  ) {}

  onModuleInit(): void {
    this.schedule.everySecond('CeremonyClock', () => this.stepDue());
  }

  /** What cannot go now was gone by another server or by hand meanwhile. */
  async stepDue(): Promise<void> {
    for (const sessionId of await this.ceremonies.due(new Date()))
      await this.service.stepDue(ACTOR, sessionId).catch((error: unknown) => {
        if (!(error instanceof Failure)) throw error;
      });
  }
}
