import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { EntryReasonInput } from './conduct.dto.js';
import { CallService } from './call.service.js';
import { CourseService } from './course.service.js';
import { EntryMaterials } from './entry-materials.js';
import { RecusalService } from './recusal.service.js';
import { ScoringService } from './scoring.service.js';
import {
  CallInput,
  EntryInput,
  LockInput,
  OptionalReasonInput,
  PhaseInput,
  RecusalInput,
  ReopenInput,
  SheetBody,
  type StageDeskView,
  TimerInput,
} from './session.dto.js';
import { SessionReader } from './session.reader.js';
import { StartService } from './start.service.js';
import { StageService } from './stage.service.js';

/** A running session: commands of the chair, and of who manages the stage. */
@ApiTags('roadshow')
@Controller('sessions/:id')
@Access('roadshow.chair')
export class StageController {
  constructor(
    private readonly starting: StartService,
    private readonly calling: CallService,
    private readonly course: CourseService,
    private readonly stage: StageService,
    private readonly reader: SessionReader,
  ) {}

  @Post('start')
  @HttpCode(204)
  start(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: OptionalReasonInput): Promise<void> {
    return this.starting.start(actor, id, body.reason || null);
  }

  @Post('call')
  @HttpCode(204)
  @Access('roadshow.stage')
  call(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { entryId, absent }: CallInput): Promise<void> {
    return this.calling.call(actor, id, entryId, absent || null);
  }

  @Post('phase')
  @HttpCode(204)
  @Access('roadshow.stage')
  phase(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { entryId, phase }: PhaseInput): Promise<void> {
    return this.stage.phase(actor, id, entryId, phase);
  }

  @Post('paper')
  @HttpCode(204)
  paper(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { entryId, reason }: EntryReasonInput,
  ): Promise<void> {
    return this.stage.paper(actor, id, entryId, reason);
  }

  @Post('timer')
  @HttpCode(204)
  @Access('roadshow.stage')
  timer(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: TimerInput): Promise<void> {
    return this.stage.timer(actor, id, body);
  }

  @Post('lock')
  @HttpCode(204)
  lock(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { entryId, reason }: LockInput): Promise<void> {
    return this.stage.lock(actor, id, entryId, reason || null);
  }

  @Post('show')
  @HttpCode(204)
  show(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { entryId }: EntryInput): Promise<void> {
    return this.stage.show(actor, id, entryId);
  }

  @Post('reopen')
  @HttpCode(204)
  reopen(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: ReopenInput): Promise<void> {
    return this.stage.reopen(actor, id, body);
  }

  @Post('close')
  @HttpCode(204)
  close(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: OptionalReasonInput): Promise<void> {
    return this.course.close(actor, id, reason || null);
  }

  @Get('stage')
  @Access('roadshow.stage')
  stageDesk(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<StageDeskView> {
    return this.reader.stage(actor, id);
  }

  @Get('entries/:entryId/revisions')
  revisions(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('entryId') entryId: string) {
    return this.reader.revisions(actor, id, entryId);
  }
}

/** A running session: the judge's desk. */
@ApiTags('roadshow')
@Controller('sessions/:id')
@Access('roadshow.score')
export class DeskController {
  constructor(
    private readonly scoring: ScoringService,
    private readonly recusals: RecusalService,
    private readonly reader: SessionReader,
    private readonly materials: EntryMaterials,
  ) {}

  @Get('desk')
  desk(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.reader.desk(actor, id);
  }

  @Get('entries/:entryId/materials')
  @Access('roadshow.score', 'roadshow.chair', 'roadshow.manage')
  entryMaterials(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('entryId') entryId: string) {
    return this.materials.list(actor, id, entryId);
  }

  @Get('entries/:entryId/answers')
  @Access('roadshow.score', 'roadshow.chair', 'roadshow.manage')
  entryAnswers(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('entryId') entryId: string) {
    return this.materials.answers(actor, id, entryId);
  }

  @Put('entries/:entryId/sheet')
  submit(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('entryId') entryId: string,
    @Body() body: SheetBody,
  ) {
    return this.scoring.submit(actor, id, entryId, body);
  }

  @Post('recusals/own')
  @HttpCode(204)
  recuse(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: RecusalInput): Promise<void> {
    return this.recusals.declare(actor, id, body);
  }
}
