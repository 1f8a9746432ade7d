import type { Actor } from '@haishi/contracts';
import { CurrentActor, Public } from '@haishi/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RsvpInput, RsvpResult, RsvpToken, RsvpView, TicketToken } from './invitation.dto.js';
import { RsvpService } from './rsvp.service.js';

/** The personal link of an invited graduate; its token is the right. */
@ApiTags('rsvp')
@Controller('rsvp')
@Public()
export class RsvpController {
  constructor(private readonly service: RsvpService) {}

  @Post('open')
  @HttpCode(200)
  @ApiOkResponse({ type: RsvpView })
  open(@Body() { token }: RsvpToken): Promise<RsvpView> {
    return this.service.open(token);
  }

  @Post('answer')
  @HttpCode(200)
  @ApiOkResponse({ type: RsvpResult })
  answer(@CurrentActor() actor: Actor, @Body() input: RsvpInput): Promise<RsvpResult> {
    return this.service.answer(actor, input);
  }

  @Post('ticket')
  @HttpCode(200)
  @ApiOkResponse({ type: TicketToken })
  ticket(@CurrentActor() actor: Actor, @Body() { token }: RsvpToken): Promise<TicketToken> {
    return this.service.ticket(actor, token);
  }
}
