import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, IfMatch } from '@haishi/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  OwnParticipation,
  ParticipationChange,
  ParticipationInput,
  ParticipationPage,
  ParticipationQuery,
  ReadinessView,
  ReasonInput,
} from './participation.dto.js';
import { ParticipationReader } from './participation.reader.js';
import { ParticipationService } from './participation.service.js';

@ApiTags('participations')
@Controller()
export class ParticipationController {
  constructor(
    private readonly service: ParticipationService,
    private readonly reader: ParticipationReader,
  ) {}

  @Get('participations/mine')
  @Access('organisation.own')
  @ApiOkResponse({ type: [OwnParticipation] })
  mine(@CurrentActor() actor: Actor): Promise<OwnParticipation[]> {
    return this.reader.mine(actor);
  }

  @Get('participations/:id')
  @Access('organisation.own', 'participation.vet', 'position.review', 'fair.manage')
  @ApiOkResponse({ type: OwnParticipation })
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<OwnParticipation> {
    return this.reader.one(actor, id);
  }

  @Get('fairs/:fair/participations')
  @Access('participation.vet')
  @ApiOkResponse({ type: ParticipationPage })
  page(
    @CurrentActor() actor: Actor,
    @Param('fair') fair: string,
    @Query() query: ParticipationQuery,
  ): Promise<ParticipationPage> {
    return this.reader.page(actor, fair, query);
  }

  @Get('fairs/:fair/readiness/:organisation')
  @Access('organisation.own')
  @ApiOkResponse({ type: ReadinessView })
  readiness(
    @CurrentActor() actor: Actor,
    @Param('fair') fair: string,
    @Param('organisation') organisation: string,
  ): Promise<ReadinessView> {
    return this.reader.readiness(actor, fair, organisation);
  }

  @Post('fairs/:fair/participations')
  @Access('organisation.own')
  @ApiCreatedResponse({ type: OwnParticipation })
  async apply(
    @CurrentActor() actor: Actor,
    @Param('fair') fair: string,
    @Body() input: ParticipationInput,
  ): Promise<OwnParticipation> {
    const { id } = await this.service.apply(actor, fair, input);
    return this.reader.one(actor, id);
  }

  @Put('participations/:id')
  @Access('organisation.own')
  @ApiOkResponse({ type: OwnParticipation })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() input: ParticipationChange,
  ): Promise<OwnParticipation> {
    await this.service.change(actor, id, version, input);
    return this.reader.one(actor, id);
  }

  @Post('participations/:id/resubmit')
  @HttpCode(204)
  @Access('organisation.own')
  @ApiNoContentResponse()
  resubmit(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.service.resubmit(actor, id);
  }

  @Post('participations/:id/withdraw')
  @HttpCode(204)
  @Access('organisation.own')
  @ApiNoContentResponse()
  withdraw(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.service.withdraw(actor, id);
  }

  @Post('participations/:id/approve')
  @HttpCode(204)
  @Access('participation.vet')
  @ApiNoContentResponse()
  approve(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.service.decide(actor, id, 'approve', null);
  }

  @Post('participations/:id/return')
  @HttpCode(204)
  @Access('participation.vet')
  @ApiNoContentResponse()
  return(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: ReasonInput): Promise<void> {
    return this.service.decide(actor, id, 'return', reason);
  }

  @Post('participations/:id/reject')
  @HttpCode(204)
  @Access('participation.vet')
  @ApiNoContentResponse()
  reject(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: ReasonInput): Promise<void> {
    return this.service.decide(actor, id, 'reject', reason);
  }
}
