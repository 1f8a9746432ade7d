import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, type HeldContent, IfContentMatches } from '@haishi/platform';
import { Body, Controller, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { TieChainInput } from './tie-chain.dto.js';
import { TieChainService } from './tie-chain.service.js';

/** What separates equal results of one online review or session. */
@ApiTags('tie chain')
@Controller()
export class TieChainController {
  constructor(private readonly service: TieChainService) {}

  @Put('review-rounds/:round/ties')
  @HttpCode(204)
  @Access('review.manage')
  ofRound(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @IfContentMatches() held: HeldContent,
    @Body() { ties }: TieChainInput,
  ): Promise<void> {
    return this.service.ofRound(actor, round, held, ties ?? null);
  }

  @Put('sessions/:id/ties')
  @HttpCode(204)
  @Access('roadshow.manage')
  ofSession(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfContentMatches() held: HeldContent,
    @Body() { ties }: TieChainInput,
  ): Promise<void> {
    return this.service.ofSession(actor, id, held, ties ?? null);
  }
}
