import type { Actor } from '@haishi/contracts';
import { Access, attachmentHeader, CurrentActor } from '@haishi/platform';
import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ProjectExportQuery } from './project-export.dto.js';
import { ProjectExport } from './project-export.service.js';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

@ApiTags('projects')
@Controller('editions/:edition/projects/export')
export class ProjectExportController {
  constructor(private readonly projects: ProjectExport) {}

  @Get()
  @Access('project.read')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Query() query: ProjectExportQuery,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.projects.file(actor, edition, query);
    return new StreamableFile(bytes, {
      type: TYPES[query.format],
      disposition: attachmentHeader(name),
      length: bytes.length,
    });
  }
}
