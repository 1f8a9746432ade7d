import { ApiProperty } from '@nestjs/swagger';
import { errorText, type Locale } from '@haishi/contracts';
import { type Job, JOB_STATES, type JobState } from './job.entity.js';

class JobError {
  @ApiProperty() code: string;
  /** In the reader's language. */
  @ApiProperty() detail: string;
}

/** A job as its owner sees it. */
export class JobView {
  @ApiProperty() id: string;
  @ApiProperty() kind: string;
  @ApiProperty({ enum: [...JOB_STATES] }) state: JobState;
  @ApiProperty({ type: 'integer' }) done: number;
  /** 0 while it is not known. */
  @ApiProperty({ type: 'integer' }) total: number;
  /** A code that the page words. */
  @ApiProperty({ type: String, nullable: true }) step: string | null;
  /** What the handler answered; for a failed one, the facts of its failure. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true }) result: unknown;
  @ApiProperty({ type: () => JobError, nullable: true }) error: JobError | null;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt: Date | null;

  static of(job: Job, locale: Locale): JobView {
    const { id, kind, state, done, total, step, result, createdAt, finishedAt } = job;
    const error = job.errorCode
      ? { code: job.errorCode, detail: errorText(job.errorCode, locale, job.errorParams ?? {}) }
      : null;
    return { id, kind, state, done, total, step, result, error, createdAt, finishedAt };
  }
}
