import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, Public } from '@haishi/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ScreenService } from './screen.service.js';
import { ScreenInput, ScreenToken } from './session.dto.js';

/** Big screens: their links, and the exchange of a link's token. */
@ApiTags('roadshow')
@Controller()
export class ScreenController {
  constructor(private readonly screens: ScreenService) {}

  @Post('sessions/:id/screens')
  @Access('screen.manage')
  create(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { label }: ScreenInput) {
    return this.screens.create(actor, id, label);
  }

  @Get('sessions/:id/screens')
  @Access('screen.manage')
  list(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.screens.list(actor, id);
  }

  @Delete('sessions/:id/screens/:linkId')
  @HttpCode(204)
  @Access('screen.manage')
  revoke(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('linkId') linkId: string): Promise<void> {
    return this.screens.revoke(actor, id, linkId);
  }

  @Post('screens/open')
  @HttpCode(200)
  @Public()
  open(@Body() { token }: ScreenToken) {
    return this.screens.open(token);
  }
}
