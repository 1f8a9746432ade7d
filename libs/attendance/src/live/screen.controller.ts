import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LabelInput, LinkView, ScreenView } from '../event/event.dto.js';
import { type ScreenLink, Screens } from './screens.js';

/** The links of screens that show an event's headcount. */
@ApiTags('attendance')
@Controller('attendance')
export class ScreenController {
  constructor(private readonly screens: Screens) {}

  @Post('events/:event/screens')
  @Access('screen.manage')
  @ApiCreatedResponse({ type: LinkView })
  async create(
    @CurrentActor() actor: Actor,
    @Param('event') eventId: string,
    @Body() { label }: LabelInput,
  ): Promise<LinkView> {
    const { id, token } = await this.screens.create(actor, eventId, label);
    return { id, token };
  }

  @Get('events/:event/screens')
  @Access('screen.manage')
  @ApiOkResponse({ type: [ScreenView] })
  list(@CurrentActor() actor: Actor, @Param('event') eventId: string): Promise<ScreenLink[]> {
    return this.screens.list(actor, eventId);
  }

  @Delete('events/:event/screens/:link')
  @HttpCode(204)
  @Access('screen.manage')
  @ApiNoContentResponse()
  revoke(@CurrentActor() actor: Actor, @Param('event') eventId: string, @Param('link') linkId: string): Promise<void> {
    return this.screens.revoke(actor, eventId, linkId);
  }
}
