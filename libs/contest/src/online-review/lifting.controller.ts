import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LiftingService } from './lifting.service.js';
import { type LiftView, PairInput, PairReasonInput } from './round.dto.js';

/** Recusals of an online review that are dismissed, and what is given back then. */
@ApiTags('online review')
@Controller('review-rounds/:round')
@Access('review.manage')
export class LiftingController {
  constructor(private readonly service: LiftingService) {}

  @Post('recusals/lift')
  @HttpCode(200)
  lift(@CurrentActor() actor: Actor, @Param('round') round: string, @Body() body: PairReasonInput): Promise<LiftView> {
    return this.service.lift(actor, round, body);
  }

  @Post('pairs/return')
  @HttpCode(204)
  giveBack(@CurrentActor() actor: Actor, @Param('round') round: string, @Body() body: PairInput): Promise<void> {
    return this.service.giveBack(actor, round, body);
  }
}
