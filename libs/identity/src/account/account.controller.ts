import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, IfMatch, Public } from '@haishi/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Identifiers } from '../person/identifiers.js';
import { SecondFactors } from '../second-factor/second-factors.js';
import { Sessions } from '../session/sessions.js';
import {
  AccountBody,
  SessionDeviceList,
  EnrolmentView,
  IdentifierBody,
  PasswordBody,
  RecoveryCodes,
  SessionView,
  TotpConfirmBody,
} from './account.dto.js';
import { Accounts } from './accounts.js';
import { SessionViews } from './session-view.js';

@ApiTags('account')
@Controller()
export class AccountController {
  constructor(
    private readonly accounts: Accounts,
    private readonly views: SessionViews,
    private readonly sessions: Sessions,
    private readonly secondFactors: SecondFactors,
    private readonly identifiers: Identifiers,
  ) {}

  @Get('session')
  @Public()
  @ApiOkResponse({ type: SessionView })
  session(@CurrentActor() actor: Actor): Promise<SessionView> {
    return this.views.of(actor);
  }

  @Patch('account')
  @Access('account.self')
  @HttpCode(204)
  change(@CurrentActor() actor: Actor, @Body() body: AccountBody, @IfMatch() version: number): Promise<void> {
    return this.accounts.change(actor, body, version);
  }

  @Post('account/password')
  @Access('account.self')
  @HttpCode(204)
  changePassword(@CurrentActor() actor: Actor, @Body() body: PasswordBody): Promise<void> {
    return this.accounts.changePassword(actor, body);
  }

  @Put('account/identifier')
  @Access('account.self')
  @HttpCode(204)
  setIdentifier(@CurrentActor() actor: Actor, @Body() body: IdentifierBody): Promise<void> {
    return this.identifiers.setOwn(actor, body);
  }

  @Get('account/sessions')
  @Access('account.self')
  @ApiOkResponse({ type: SessionDeviceList })
  async devices(@CurrentActor() actor: Actor): Promise<SessionDeviceList> {
    const found = await this.sessions.list(actor);
    return {
      items: found.map(({ id, method, createdAt, lastSeenAt, ip, userAgent }) => ({
        id,
        current: id === actor.sessionId,
        method,
        createdAt,
        lastSeenAt,
        ip,
        userAgent,
      })),
    };
  }

  @Delete('account/sessions/:id')
  @Access('account.self')
  @HttpCode(204)
  endDevice(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.sessions.end(actor, id);
  }

  @Post('account/totp/enrol')
  @Access('account.self')
  @HttpCode(200)
  @ApiOkResponse({ type: EnrolmentView })
  enrol(@CurrentActor() actor: Actor): Promise<EnrolmentView> {
    return this.secondFactors.enrol(actor);
  }

  @Post('account/totp/confirm')
  @Access('account.self')
  @HttpCode(200)
  @ApiOkResponse({ type: RecoveryCodes })
  async confirm(@CurrentActor() actor: Actor, @Body() body: TotpConfirmBody): Promise<RecoveryCodes> {
    return { codes: await this.secondFactors.confirm(actor, body.code) };
  }
}
