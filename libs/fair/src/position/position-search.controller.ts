import type { Actor } from '@haishi/contracts';
import { CurrentActor, Public } from '@haishi/platform';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { PublicPosition, SearchAnswer, SearchQuery } from './position.dto.js';
import { PositionSearch } from './position.search.js';

/** Positions as the public finds them. */
@ApiTags('positions')
@Controller()
@Public()
export class PositionSearchController {
  constructor(private readonly positions: PositionSearch) {}

  @Get('fairs/:fair/positions')
  @ApiOkResponse({ type: SearchAnswer })
  search(
    @CurrentActor() actor: Actor,
    @Param('fair') fair: string,
    @Query() query: SearchQuery,
  ): Promise<SearchAnswer> {
    return this.positions.search(actor, fair, query);
  }

  @Get('positions/:id')
  @ApiOkResponse({ type: PublicPosition })
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PublicPosition> {
    return this.positions.one(actor, id);
  }
}
