import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ReasonInput } from '../roadshow/session.dto.js';
import { SignInInput, type SignInLine, SignOutInput } from './sign-in.dto.js';
import { SignInReader } from './sign-in.reader.js';
import { SignInService } from './sign-in.service.js';

/** Signing in for a session. */
@ApiTags('roadshow')
@Controller('sessions/:id/sign-in')
@Access('roadshow.record', 'roadshow.chair', 'roadshow.manage')
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly reader: SignInReader,
  ) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<SignInLine[]> {
    return this.reader.list(actor, id);
  }

  @Post()
  @HttpCode(204)
  signIn(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: SignInInput): Promise<void> {
    return this.signIns.signIn(actor, id, body);
  }

  @Post('own')
  @HttpCode(204)
  @Access('roadshow.score')
  own(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.signIns.own(actor, id);
  }

  @Post('out')
  @HttpCode(204)
  signOut(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: SignOutInput): Promise<void> {
    return this.signIns.signOut(actor, id, body);
  }

  @Post('open')
  @HttpCode(204)
  @Access('roadshow.manage')
  open(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.signIns.open(actor, id);
  }

  @Post('suspend')
  @HttpCode(204)
  @Access('roadshow.manage')
  suspend(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: ReasonInput): Promise<void> {
    return this.signIns.suspend(actor, id, reason);
  }
}
