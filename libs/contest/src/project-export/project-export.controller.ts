import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, LIST_ANSWER, sendList } from '@haishi/platform';
import { Controller, Get, Header, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ProjectExportQuery } from './project-export.dto.js';
import { ProjectExport } from './project-export.service.js';

@ApiTags('projects')
@Controller('editions/:edition/projects/export')
export class ProjectExportController {
  constructor(private readonly projects: ProjectExport) {}

  @Get()
  @Access('project.read')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(LIST_ANSWER)
  async export(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Query() query: ProjectExportQuery,
  ): Promise<StreamableFile> {
    return sendList(await this.projects.file(actor, edition, query));
  }
}
