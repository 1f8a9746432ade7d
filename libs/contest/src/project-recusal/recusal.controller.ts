import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OwnRecusalInput, ProjectRecusalsView, StaffRecusalInput } from './recusal.dto.js';
import { RecusalReader } from './recusal.reader.js';
import { ProjectRecusalService } from './recusal.service.js';

/** Staff who have nothing to do with a project, by their own word or an organiser's. */
@ApiTags('projects')
@Controller('projects/:project')
export class ProjectRecusalController {
  constructor(
    private readonly service: ProjectRecusalService,
    private readonly reader: RecusalReader,
  ) {}

  @Post('recusal')
  @Access('project.read')
  @HttpCode(204)
  @ApiNoContentResponse()
  own(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Body() { reason }: OwnRecusalInput,
  ): Promise<void> {
    return this.service.declare(actor, project, reason);
  }

  @Get('recusals')
  @Access('edition.manage')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: ProjectRecusalsView })
  list(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<ProjectRecusalsView> {
    return this.reader.ofProject(actor, project);
  }

  @Post('recusals')
  @Access('edition.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  add(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Body() { personId, reason }: StaffRecusalInput,
  ): Promise<void> {
    return this.service.recuse(actor, project, personId, reason);
  }

  @Post('recusals/dismiss')
  @Access('edition.manage')
  @HttpCode(204)
  @ApiNoContentResponse()
  dismiss(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Body() { personId, reason }: StaffRecusalInput,
  ): Promise<void> {
    return this.service.dismiss(actor, project, personId, reason);
  }
}
