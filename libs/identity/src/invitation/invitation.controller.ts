import { type Actor, ROLES } from '@haishi/contracts';
import { Access, CurrentActor, ENVIRONMENT, type Environment, Public } from '@haishi/platform';
import { Body, Controller, Delete, Get, Headers, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type CookieReply, setSessionCookie } from '../session/session-cookie.js';
import { Acceptance } from './acceptance.js';
import {
  AcceptBody,
  Accepted,
  InvitationBody,
  InvitationCreated,
  InvitationOffer,
  InvitationPage,
  InvitationQuery,
  TokenBody,
} from './invitation.dto.js';
import { InvitationService } from './invitation.service.js';

@ApiTags('invitations')
@Controller('invitations')
export class InvitationController {
  constructor(
    private readonly invitations: InvitationService,
    private readonly acceptance: Acceptance,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  @Post()
  @Access('role.grant')
  @ApiCreatedResponse({ type: InvitationCreated })
  create(@CurrentActor() actor: Actor, @Body() body: InvitationBody): Promise<InvitationCreated> {
    return this.invitations.create(actor, body);
  }

  @Get()
  @Access('role.grant')
  @ApiOkResponse({ type: InvitationPage })
  page(@CurrentActor() actor: Actor, @Query() query: InvitationQuery): Promise<InvitationPage> {
    return this.invitations.page(actor, query);
  }

  @Delete(':id')
  @Access('role.grant')
  @HttpCode(204)
  revoke(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.invitations.revoke(actor, id);
  }

  @Post(':id/resend')
  @Access('role.grant')
  @HttpCode(200)
  @ApiOkResponse({ type: InvitationCreated })
  resend(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<InvitationCreated> {
    return this.invitations.resend(actor, id);
  }

  @Post('open')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: InvitationOffer })
  open(@Body() body: TokenBody): Promise<InvitationOffer> {
    return this.acceptance.open(body.token);
  }

  @Post('accept')
  @Public()
  @HttpCode(200)
  @ApiOkResponse({ type: Accepted })
  async accept(
    @CurrentActor() actor: Actor,
    @Body() body: AcceptBody,
    @Headers('user-agent') userAgent: string | undefined,
    @Res({ passthrough: true }) reply: CookieReply,
  ): Promise<Accepted> {
    const { invitation, session } = await this.acceptance.accept(actor, body, userAgent ?? '');
    if (session) setSessionCookie(reply, session, this.environment);
    return { role: invitation.role, secondFactorRequired: ROLES[invitation.role].secondFactor && !actor.secondFactor };
  }
}
