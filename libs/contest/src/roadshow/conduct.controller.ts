import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, type HeldContent, IfContentMatches } from '@haishi/platform';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AbsenceService } from './absence.service.js';
import {
  EntryReasonInput,
  IntermissionInput,
  NudgeInput,
  SessionPlanInput,
  StopInput,
  TieRulingInput,
} from './conduct.dto.js';
import { CorrectionService } from './correction.service.js';
import { InterruptionService } from './interruption.service.js';
import { EntryInput, ReopenInput } from './session.dto.js';
import { TieService } from './tie.service.js';

/** What goes otherwise than planned: commands of the chair, and of who manages the stage. */
@ApiTags('roadshow')
@Controller('sessions/:id')
@Access('roadshow.chair')
export class ConductController {
  constructor(
    private readonly absences: AbsenceService,
    private readonly interruptions: InterruptionService,
    private readonly corrections: CorrectionService,
    private readonly ties: TieService,
  ) {}

  @Post('plan')
  @HttpCode(204)
  @Access('roadshow.manage')
  plan(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfContentMatches() held: HeldContent,
    @Body() { startsAt }: SessionPlanInput,
  ): Promise<void> {
    return this.interruptions.plan(actor, id, held, startsAt || null);
  }

  @Post('skip')
  @HttpCode(204)
  @Access('roadshow.stage')
  skip(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { entryId }: EntryInput): Promise<void> {
    return this.absences.skip(actor, id, entryId);
  }

  @Post('withdraw')
  @HttpCode(204)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { entryId, reason }: EntryReasonInput,
  ): Promise<void> {
    return this.absences.withdraw(actor, id, entryId, reason);
  }

  @Post('reinstate')
  @HttpCode(204)
  reinstate(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { entryId, reason }: EntryReasonInput,
  ): Promise<void> {
    return this.absences.reinstate(actor, id, entryId, reason);
  }

  @Post('stop')
  @HttpCode(204)
  stop(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: StopInput): Promise<void> {
    return this.interruptions.stop(actor, id, body);
  }

  @Post('resume')
  @HttpCode(204)
  resume(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.interruptions.resume(actor, id);
  }

  @Post('intermission')
  @HttpCode(204)
  @Access('roadshow.stage')
  rest(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: IntermissionInput): Promise<void> {
    return this.interruptions.rest(actor, id, body.text, body.resumesAt || null);
  }

  @Post('intermission/end')
  @HttpCode(204)
  @Access('roadshow.stage')
  endRest(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.interruptions.endRest(actor, id);
  }

  @Post('blank')
  @HttpCode(204)
  @Access('roadshow.stage')
  blank(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.interruptions.blank(actor, id);
  }

  @Post('unblank')
  @HttpCode(204)
  @Access('roadshow.stage')
  unblank(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.interruptions.unblank(actor, id);
  }

  @Post('nudge')
  @HttpCode(204)
  @Access('roadshow.stage')
  nudge(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { entryId, seatNo }: NudgeInput): Promise<void> {
    return this.interruptions.nudge(actor, id, entryId, seatNo);
  }

  @Post('strike')
  @HttpCode(204)
  strike(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: ReopenInput): Promise<void> {
    return this.corrections.strike(actor, id, body);
  }

  @Post('strike/lift')
  @HttpCode(204)
  liftStrike(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: ReopenInput): Promise<void> {
    return this.corrections.liftStrike(actor, id, body);
  }

  @Get('entries/:entryId/strikes')
  @Access('roadshow.chair', 'roadshow.manage')
  strikes(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('entryId') entryId: string) {
    return this.corrections.ofEntry(actor, id, entryId);
  }

  @Post('tie-ruling')
  @HttpCode(204)
  rule(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { entryIds, reason }: TieRulingInput,
  ): Promise<void> {
    return this.ties.rule(actor, id, entryIds, reason);
  }

  @Post('tie-ruling/revoke')
  @HttpCode(204)
  revokeRuling(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { entryIds, reason }: TieRulingInput,
  ): Promise<void> {
    return this.ties.revoke(actor, id, entryIds, reason);
  }
}
