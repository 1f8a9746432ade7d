import type { Actor } from '@haishi/contracts';
import { Access, attachmentHeader, CurrentActor, LIST_ANSWER, ListQuery, sendList } from '@haishi/platform';
import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OwnSheetQuery, ScoreSheetQuery } from './paper.dto.js';
import { type PaperFile, PaperService } from './paper.service.js';
import { SessionList } from './session.list.js';

const PDF = 'application/pdf';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const JSON_LINES = 'application/x-ndjson; charset=utf-8';
const binary = (type: string) => ({ content: { [type]: { schema: { type: 'string', format: 'binary' } } } }) as const;

/** What is printed of a session and what is kept of it. */
@ApiTags('roadshow')
@Controller('sessions/:id/papers')
export class PaperController {
  constructor(
    private readonly papers: PaperService,
    private readonly list: SessionList,
  ) {}

  @Get('score-sheets')
  @Access('roadshow.chair', 'roadshow.manage', 'roadshow.witness')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(binary(PDF))
  async scoreSheets(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() query: ScoreSheetQuery,
  ): Promise<StreamableFile> {
    return file(await this.papers.scoreSheets(actor, id, query), PDF);
  }

  @Get('blank-sheets')
  @Access('roadshow.chair', 'roadshow.manage', 'roadshow.record')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(binary(PDF))
  async blankSheets(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() query: ScoreSheetQuery,
  ): Promise<StreamableFile> {
    return file(await this.papers.blankSheets(actor, id, query), PDF);
  }

  @Get('own-sheets')
  @Access('roadshow.score')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(binary(PDF))
  async ownSheets(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() query: OwnSheetQuery,
  ): Promise<StreamableFile> {
    return file(await this.papers.ownSheets(actor, id, query), PDF);
  }

  @Get('summary')
  @Access('roadshow.chair', 'roadshow.manage', 'roadshow.witness')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(binary(PDF))
  async summary(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return file(await this.papers.summary(actor, id), PDF);
  }

  @Get('results')
  @Access('roadshow.chair', 'roadshow.manage', 'roadshow.witness')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(LIST_ANSWER)
  async results(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() { format }: ListQuery,
  ): Promise<StreamableFile> {
    return sendList(await this.list.file(actor, id, format));
  }

  @Get('draw-record')
  @Access('roadshow.chair', 'roadshow.manage', 'roadshow.witness')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(binary(PDF))
  async drawRecord(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return file(await this.papers.drawRecord(actor, id), PDF);
  }

  @Get('workbook')
  @Access('roadshow.chair', 'roadshow.manage', 'roadshow.witness')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(binary(XLSX))
  async workbook(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return file(await this.papers.workbook(actor, id), XLSX);
  }

  @Get('event-log')
  @Access('roadshow.chair', 'roadshow.manage', 'roadshow.witness')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(binary('application/x-ndjson'))
  async eventLog(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StreamableFile> {
    return file(await this.papers.eventLog(actor, id), JSON_LINES);
  }
}

function file({ name, bytes }: PaperFile, type: string): StreamableFile {
  return new StreamableFile(bytes, { type, disposition: attachmentHeader(name), length: bytes.length });
}
