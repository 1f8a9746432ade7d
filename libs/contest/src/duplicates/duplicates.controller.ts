import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { TwinsView } from './duplicates.dto.js';
import { DuplicatesReader } from './duplicates.reader.js';

/** What may have been handed in twice, for checkers. */
@ApiTags('eligibility')
@Controller('projects/:project/duplicates')
export class DuplicatesController {
  constructor(private readonly reader: DuplicatesReader) {}

  @Get()
  @Access('project.check')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: TwinsView })
  twins(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<TwinsView> {
    return this.reader.twins(actor, project);
  }
}
