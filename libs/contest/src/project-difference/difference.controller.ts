import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SubmissionDifferenceQuery, SubmissionDifferenceView } from './difference.dto.js';
import { DifferenceReader } from './difference.reader.js';

@ApiTags('projects')
@Controller()
export class DifferenceController {
  constructor(private readonly reader: DifferenceReader) {}

  @Get('projects/:project/differences')
  @Access('project.own', 'project.read')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: SubmissionDifferenceView })
  between(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Query() query: SubmissionDifferenceQuery,
  ): Promise<SubmissionDifferenceView> {
    return this.reader.between(actor, project, query);
  }
}
