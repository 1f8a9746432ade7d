import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { UnitOfWork } from '../database/unit-of-work.js';
import { systemActor } from '../http/actor-context.js';
import { JobController } from './job.controller.js';
import { Job } from './job.entity.js';
import { JobRunner } from './job-runner.js';
import { Jobs } from './jobs.js';
import { Schedule } from './schedule.js';

const DAY_SECONDS = 86_400;
const KEPT_DAYS = 30;

/** Long work with progress, and periodic tasks. */
@Global()
@Module({ controllers: [JobController], providers: [Jobs, JobRunner, Schedule], exports: [Jobs, JobRunner, Schedule] })
export class JobsModule implements OnModuleInit {
  constructor(
    private readonly schedule: Schedule,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.schedule.every(DAY_SECONDS, 'jobs.clean', () =>
      this.uow.run(systemActor('jobs'), (work) =>
        work.manager.delete(Job, {
          finishedAt: LessThan(new Date(work.now.getTime() - KEPT_DAYS * DAY_SECONDS * 1000)),
        }),
      ),
    );
  }
}
