import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ScreenService } from './screen.service.js';
import { ScreenInput } from './session.dto.js';

/** The links of big screens. */
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
}
