import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import type { Actor } from '@haishi/contracts';
import { Access } from '../access/access.guard.js';
import { CurrentActor } from '../http/actor-context.js';
import { JobView } from './job.dto.js';
import { Jobs } from './jobs.js';

/** How far a person's long work is. */
@Controller('jobs')
export class JobController {
  constructor(private readonly jobs: Jobs) {}

  @Get(':id')
  @Access('account.self')
  @ApiOkResponse({ type: JobView })
  async one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<JobView> {
    return JobView.of(await this.jobs.find(actor, id), actor.locale);
  }
}
