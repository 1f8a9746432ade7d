import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AppearanceView } from './entrant.dto.js';
import { EntrantReader } from './entrant.reader.js';

/** Where an entrant's project appears on stage. */
@ApiTags('roadshow')
@Controller('projects/:project/appearances')
export class EntrantController {
  constructor(private readonly reader: EntrantReader) {}

  @Get()
  @Access('project.own')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: [AppearanceView] })
  appearances(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<AppearanceView[]> {
    return this.reader.appearances(actor, project);
  }
}
