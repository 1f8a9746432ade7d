import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, Public } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswerService } from './answer.service.js';
import { InviteInput, JoinedView, TeamOfferView, TeamTokenInput, TeamView } from './team.dto.js';
import { TeamReader } from './team.reader.js';
import { TeamService } from './team.service.js';

/** Invitations of the members of projects. */
@ApiTags('projects')
@Controller()
export class TeamController {
  constructor(
    private readonly service: TeamService,
    private readonly answers: AnswerService,
    private readonly reader: TeamReader,
  ) {}

  @Get('projects/:project/team')
  @Access('project.own', 'project.read')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: TeamView })
  ofProject(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<TeamView> {
    return this.reader.ofProject(actor, project);
  }

  @Post('projects/:project/team/invitations')
  @HttpCode(200)
  @Access('project.own')
  @ApiOkResponse({ type: TeamView })
  async invite(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Body() { mail }: InviteInput,
  ): Promise<TeamView> {
    await this.service.invite(actor, project, mail);
    return this.reader.ofProject(actor, project);
  }

  @Post('projects/:project/team/leave')
  @HttpCode(204)
  @Access('project.own')
  @ApiNoContentResponse()
  leave(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<void> {
    return this.answers.leave(actor, project);
  }

  @Get('member-invitations/mine')
  @Access('project.own')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: [TeamOfferView] })
  toMe(@CurrentActor() actor: Actor): Promise<TeamOfferView[]> {
    return this.reader.toMe(actor);
  }

  @Post('member-invitations/open')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: TeamOfferView })
  open(@Body() { token }: TeamTokenInput): Promise<TeamOfferView> {
    return this.reader.open(token);
  }

  @Post('member-invitations/accept')
  @HttpCode(200)
  @Access('project.own')
  @ApiOkResponse({ type: JoinedView })
  async acceptLink(@CurrentActor() actor: Actor, @Body() { token }: TeamTokenInput): Promise<JoinedView> {
    return { projectId: await this.answers.accept(actor, { token }) };
  }

  @Post('member-invitations/decline')
  @HttpCode(204)
  @Public()
  @ApiNoContentResponse()
  declineLink(@CurrentActor() actor: Actor, @Body() { token }: TeamTokenInput): Promise<void> {
    return this.answers.decline(actor, { token });
  }

  @Post('member-invitations/:id/accept')
  @HttpCode(200)
  @Access('project.own')
  @ApiOkResponse({ type: JoinedView })
  async accept(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<JoinedView> {
    return { projectId: await this.answers.accept(actor, { id }) };
  }

  @Post('member-invitations/:id/decline')
  @HttpCode(204)
  @Access('project.own')
  @ApiNoContentResponse()
  decline(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.answers.decline(actor, { id });
  }

  @Post('member-invitations/:id/withdraw')
  @HttpCode(204)
  @Access('project.own')
  @ApiNoContentResponse()
  withdraw(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.service.withdraw(actor, id);
  }
}
