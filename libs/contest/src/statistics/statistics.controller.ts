import type { Actor } from '@haishi/contracts';
import { Access, attachmentHeader, CurrentActor } from '@haishi/platform';
import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { StatisticsQuery, StatisticsView } from './statistics.dto.js';
import { StatisticsExport } from './statistics.export.js';
import { StatisticsReader } from './statistics.reader.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An edition in numbers, for those who organise the whole of it. */
@ApiTags('editions')
@Controller('editions/:edition/statistics')
@Access('edition.manage')
export class StatisticsController {
  constructor(
    private readonly reader: StatisticsReader,
    private readonly files: StatisticsExport,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: StatisticsView })
  view(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Query() { group }: StatisticsQuery,
  ): Promise<StatisticsView> {
    return this.reader.view(actor, edition, group);
  }

  /** The same numbers. */
  @Get('workbook')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async workbook(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Query() { group }: StatisticsQuery,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.files.workbook(actor, edition, group);
    return new StreamableFile(bytes, { type: XLSX, disposition: attachmentHeader(name), length: bytes.length });
  }
}
