import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { TimelineView } from './timeline.dto.js';
import { TimelineReader } from './timeline.reader.js';

@ApiTags('projects')
@Controller()
export class TimelineController {
  constructor(private readonly reader: TimelineReader) {}

  @Get('projects/:project/timeline')
  @Access('project.own')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: TimelineView })
  of(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<TimelineView> {
    return this.reader.of(actor, project);
  }
}
