import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, IfMatch } from '@haishi/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CreatedId } from '../person/person.dto.js';
import { Agents } from './agents.js';
import { Evidence } from './evidence.js';
import { OrganisationViews } from './organisation-views.js';
import {
  AgentBody,
  DecisionBody,
  EvidenceBody,
  OrganisationBody,
  OrganisationDetails,
  OrganisationList,
  OrganisationPage,
  OrganisationQuery,
  OrganisationView,
} from './organisation.dto.js';
import { OrganisationService } from './organisation.service.js';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationController {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly views: OrganisationViews,
    private readonly agents: Agents,
    private readonly evidence: Evidence,
  ) {}

  @Get()
  @Access('organisation.vet')
  @ApiOkResponse({ type: OrganisationPage })
  page(@Query() query: OrganisationQuery): Promise<OrganisationPage> {
    return this.views.page(query);
  }

  @Get('mine')
  @Access('organisation.own')
  @ApiOkResponse({ type: OrganisationList })
  mine(@CurrentActor() actor: Actor): Promise<OrganisationList> {
    return this.views.mine(actor);
  }

  @Post()
  @Access('organisation.own')
  @ApiCreatedResponse({ type: CreatedId })
  async create(@CurrentActor() actor: Actor, @Body() body: OrganisationBody): Promise<CreatedId> {
    return { id: await this.organisations.create(actor, body) };
  }

  @Get(':id')
  @Access('organisation.own', 'organisation.vet')
  @ApiOkResponse({ type: OrganisationView })
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<OrganisationView> {
    return this.views.one(actor, id);
  }

  @Patch(':id')
  @Access('organisation.own', 'organisation.vet')
  @HttpCode(204)
  change(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() body: OrganisationDetails,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.organisations.change(actor, id, body, version);
  }

  @Post(':id/evidence')
  @Access('organisation.own', 'organisation.vet')
  @HttpCode(204)
  addEvidence(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: EvidenceBody): Promise<void> {
    return this.evidence.add(actor, id, body);
  }

  @Delete(':id/evidence/:fileId')
  @Access('organisation.own', 'organisation.vet')
  @HttpCode(204)
  removeEvidence(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('fileId') fileId: string,
  ): Promise<void> {
    return this.evidence.remove(actor, id, fileId);
  }

  @Post(':id/submit')
  @Access('organisation.own')
  @HttpCode(204)
  submit(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.organisations.submit(actor, id);
  }

  @Post(':id/decision')
  @Access('organisation.vet')
  @HttpCode(204)
  decide(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: DecisionBody): Promise<void> {
    return this.organisations.decide(actor, id, body);
  }

  @Post(':id/members')
  @Access('organisation.own', 'organisation.vet')
  @HttpCode(204)
  addAgent(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: AgentBody): Promise<void> {
    return this.agents.add(actor, id, body.address);
  }

  @Delete(':id/members/:personId')
  @Access('organisation.own', 'organisation.vet')
  @HttpCode(204)
  removeAgent(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('personId') personId: string,
  ): Promise<void> {
    return this.agents.remove(actor, id, personId);
  }
}
