import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, IfMatch } from '@haishi/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  FlagInput,
  OutcomesView,
  OwnPositionsQuery,
  PositionIds,
  PositionInput,
  PositionPage,
  PositionView,
  QueueQuery,
  PositionReturnInput,
  SubmitInput,
  SubmittedView,
} from './position.dto.js';
import { PositionReader } from './position.reader.js';
import { PositionReview } from './position.review.js';
import { PositionService } from './position.service.js';

/** Positions for their employers and reviewers. */
@ApiTags('positions')
@Controller()
export class PositionController {
  constructor(
    private readonly service: PositionService,
    private readonly review: PositionReview,
    private readonly reader: PositionReader,
  ) {}

  @Get('participations/:id/positions')
  @Access('organisation.own', 'position.review', 'participation.vet')
  @ApiOkResponse({ type: PositionPage })
  ofParticipation(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() query: OwnPositionsQuery,
  ): Promise<PositionPage> {
    return this.reader.ofParticipation(actor, id, query);
  }

  @Post('participations/:id/positions')
  @Access('organisation.own')
  @ApiCreatedResponse({ type: PositionView })
  async create(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() input: PositionInput,
  ): Promise<PositionView> {
    return this.reader.one(actor, await this.service.create(actor, id, input));
  }

  @Post('participations/:id/positions/submit')
  @HttpCode(200)
  @Access('organisation.own')
  @ApiOkResponse({ type: SubmittedView })
  async submit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { ids }: SubmitInput,
  ): Promise<SubmittedView> {
    return { submitted: await this.service.submit(actor, id, ids ?? undefined) };
  }

  @Get('positions/:id/full')
  @Access('organisation.own', 'position.review')
  @ApiOkResponse({ type: PositionView })
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<PositionView> {
    return this.reader.one(actor, id);
  }

  @Put('positions/:id')
  @Access('organisation.own')
  @ApiOkResponse({ type: PositionView })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: PositionInput,
  ): Promise<PositionView> {
    await this.service.change(actor, id, version, input);
    return this.reader.one(actor, id);
  }

  @Delete('positions/:id')
  @HttpCode(204)
  @Access('organisation.own')
  @ApiNoContentResponse()
  remove(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.service.remove(actor, id);
  }

  @Post('positions/:id/take-back')
  @HttpCode(204)
  @Access('organisation.own')
  @ApiNoContentResponse()
  takeBack(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.service.takeBack(actor, id);
  }

  @Get('fairs/:fair/review/positions')
  @Access('position.review')
  @ApiOkResponse({ type: PositionPage })
  queue(@CurrentActor() actor: Actor, @Param('fair') fair: string, @Query() query: QueueQuery): Promise<PositionPage> {
    return this.reader.queue(actor, fair, query);
  }

  @Post('fairs/:fair/review/positions/approve')
  @HttpCode(200)
  @Access('position.review')
  @ApiOkResponse({ type: OutcomesView })
  approve(
    @CurrentActor() actor: Actor,
    @Param('fair') fair: string,
    @Body() { ids }: PositionIds,
  ): Promise<OutcomesView> {
    return this.review.approve(actor, fair, ids);
  }

  @Post('fairs/:fair/review/positions/return')
  @HttpCode(200)
  @Access('position.review')
  @ApiOkResponse({ type: OutcomesView })
  return(
    @CurrentActor() actor: Actor,
    @Param('fair') fair: string,
    @Body() { ids, reason }: PositionReturnInput,
  ): Promise<OutcomesView> {
    return this.review.return(actor, fair, ids, reason);
  }

  @Post('positions/:id/flags/dismiss')
  @HttpCode(204)
  @Access('position.review')
  @ApiNoContentResponse()
  dismissFlag(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() input: FlagInput): Promise<void> {
    return this.review.dismissFlag(actor, id, input);
  }
}
