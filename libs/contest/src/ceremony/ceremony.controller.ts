import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, type HeldContent, IfContentMatches } from '@haishi/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CeremonyAutomaticInput, CeremonyPlanInput, CeremonyStepInput, type CeremonyView } from './ceremony.dto.js';
import { CeremonyReader } from './ceremony.reader.js';
import { CeremonyService } from './ceremony.service.js';

/** The ceremony of a session: its plan, the frozen board, the steps. */
@ApiTags('roadshow')
@Controller('sessions/:id/ceremony')
@Access('roadshow.chair')
export class CeremonyController {
  constructor(
    private readonly ceremony: CeremonyService,
    private readonly reader: CeremonyReader,
  ) {}

  @Get()
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<CeremonyView> {
    return this.reader.view(actor, id);
  }

  @Put()
  @HttpCode(204)
  plan(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfContentMatches() held: HeldContent,
    @Body() body: CeremonyPlanInput,
  ): Promise<void> {
    return this.ceremony.plan(actor, id, held, body);
  }

  @Put('freeze')
  @HttpCode(204)
  freeze(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.ceremony.freeze(actor, id);
  }

  @Delete('freeze')
  @HttpCode(204)
  unfreeze(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.ceremony.unfreeze(actor, id);
  }

  @Post('begin')
  @HttpCode(204)
  begin(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.ceremony.begin(actor, id);
  }

  @Put('presenter')
  @HttpCode(204)
  takeOver(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.ceremony.takeOver(actor, id);
  }

  @Post('step')
  @HttpCode(204)
  step(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { at }: CeremonyStepInput): Promise<void> {
    return this.ceremony.step(actor, id, at);
  }

  @Put('automatic')
  @HttpCode(204)
  goAutomatic(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { seconds }: CeremonyAutomaticInput,
  ): Promise<void> {
    return this.ceremony.goAutomatic(actor, id, seconds);
  }

  @Delete('automatic')
  @HttpCode(204)
  goByHand(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.ceremony.goByHand(actor, id);
  }
}
