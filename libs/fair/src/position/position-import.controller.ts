import type { Actor } from '@haishi/contracts';
import { Access, attachmentHeader, CurrentActor } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CommitInput, ImportInput, ImportView } from './position.dto.js';
import { PositionImportService } from './position-import.service.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Positions from the office's spreadsheet. */
@ApiTags('positions')
@Controller()
export class PositionImportController {
  constructor(private readonly service: PositionImportService) {}

  @Get('participations/:id/position-template')
  @Access('organisation.own')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async template(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    const disposition = attachmentHeader('岗位信息表.xlsx');
    return new StreamableFile(await this.service.template(actor, id), { type: XLSX, disposition });
  }

  @Post('participations/:id/position-imports')
  @Access('organisation.own')
  @ApiCreatedResponse({ type: ImportView })
  check(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { fileId }: ImportInput): Promise<ImportView> {
    return this.service.check(actor, id, fileId);
  }

  @Get('position-imports/:id')
  @Access('organisation.own')
  @ApiOkResponse({ type: ImportView })
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ImportView> {
    return this.service.view(actor, id);
  }

  @Post('position-imports/:id/commit')
  @HttpCode(200)
  @Access('organisation.own')
  @ApiOkResponse({ type: ImportView })
  commit(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { mode }: CommitInput): Promise<ImportView> {
    return this.service.commit(actor, id, mode);
  }
}
