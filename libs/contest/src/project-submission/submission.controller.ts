import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Controller, Get, Header, Param, ParseIntPipe } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SubmissionView } from './submission.dto.js';
import { SubmissionReader } from './submission.reader.js';

@ApiTags('projects')
@Controller()
export class SubmissionController {
  constructor(private readonly reader: SubmissionReader) {}

  @Get('projects/:project/submissions/:number')
  @Access('project.own', 'project.read')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: SubmissionView })
  view(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<SubmissionView> {
    return this.reader.view(actor, project, number);
  }
}
