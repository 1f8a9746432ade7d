import type { MigrationInterface, QueryRunner } from 'typeorm';
import { column, defineTable } from '../database/columns.js';
import { Job } from './job.entity.js';
import { ScheduledTask } from './schedule.entity.js';

export class CreateJobs1763901000000 implements MigrationInterface {
  name = 'CreateJobs1763901000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      defineTable(
        'jobs',
        {
          id: column.id(),
          kind: column.text(80),
          ownerId: column.text(64),
          state: column.text(16),
          input: column.json(),
          done: column.int(),
          total: column.int(),
          step: column.text(80, { nullable: true }),
          result: column.json({ nullable: true }),
          errorCode: column.text(80, { nullable: true }),
          errorParams: column.json({ nullable: true }),
          attempts: column.int(),
          dueAt: column.instant({ nullable: true }),
          createdAt: column.instant(),
          startedAt: column.instant({ nullable: true }),
          finishedAt: column.instant({ nullable: true }),
        },
        { ix_jobs_due: { columns: ['dueAt'] }, ix_jobs_owner: { columns: ['ownerId', 'createdAt'] } },
      ),
    );
    await runner.createTable(
      defineTable('schedules', {
        name: column.key(80),
        dueAt: column.instant(),
        runs: column.int(),
        startedAt: column.instant({ nullable: true }),
        finishedAt: column.instant({ nullable: true }),
        error: column.text(500, { nullable: true }),
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('schedules');
    await runner.dropTable('jobs');
  }
}

export const JOBS_ENTITIES = [Job, ScheduledTask];
export const JOBS_MIGRATIONS = [CreateJobs1763901000000];
