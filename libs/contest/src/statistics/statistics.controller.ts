import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, LIST_ANSWER, sendList } from '@haishi/platform';
import { Controller, Get, Header, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { StatisticsExportQuery, StatisticsQuery, StatisticsView } from './statistics.dto.js';
import { StatisticsExport } from './statistics.export.js';
import { StatisticsReader } from './statistics.reader.js';

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
    @Query() narrowing: StatisticsQuery,
  ): Promise<StatisticsView> {
    return this.reader.view(actor, edition, narrowing);
  }

  /** The same numbers. */
  @Get('export')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(LIST_ANSWER)
  async export(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Query() { format, ...narrowing }: StatisticsExportQuery,
  ): Promise<StreamableFile> {
    return sendList(await this.files.file(actor, edition, narrowing, format));
  }
}
