import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { StatisticsQuery, StatisticsView } from './statistics.dto.js';
import { StatisticsReader } from './statistics.reader.js';

/** An edition in numbers, for those who organise the whole of it. */
@ApiTags('editions')
@Controller('editions/:edition/statistics')
@Access('edition.manage')
export class StatisticsController {
  constructor(private readonly reader: StatisticsReader) {}

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
}
