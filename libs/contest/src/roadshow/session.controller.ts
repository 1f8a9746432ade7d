import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, type HeldContent, IfContentMatches } from '@haishi/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CandidateReader } from './candidate.reader.js';
import { DrawService } from './draw.service.js';
import { RecusalService } from './recusal.service.js';
import {
  CandidateQuery,
  DrawInput,
  EntriesInput,
  MeetingInput,
  ReasonInput,
  RecusalInput,
  ReopenInput,
  SeatInput,
  SessionInput,
} from './session.dto.js';
import { SessionReader } from './session.reader.js';
import type { TiedLeader } from './session.ties.js';
import { SetupService } from './setup.service.js';

/** Sessions of an edition, for organisers. */
@ApiTags('roadshow')
@Controller('editions/:edition/sessions')
export class EditionSessionController {
  constructor(
    private readonly setup: SetupService,
    private readonly reader: SessionReader,
  ) {}

  @Post()
  @Access('roadshow.manage')
  async create(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Body() body: SessionInput,
  ): Promise<{ id: string }> {
    return { id: await this.setup.create(actor, edition, body) };
  }

  @Get()
  @Access('roadshow.manage', 'roadshow.chair', 'edition.manage')
  list(@CurrentActor() actor: Actor, @Param('edition') edition: string) {
    return this.reader.ofEdition(actor, edition);
  }
}

/** One session before it starts: its entries, its jury, its draw. */
@ApiTags('roadshow')
@Controller('sessions')
export class SessionSetupController {
  constructor(
    private readonly setup: SetupService,
    private readonly draws: DrawService,
    private readonly recusals: RecusalService,
    private readonly reader: SessionReader,
    private readonly projects: CandidateReader,
  ) {}

  @Get()
  @Access(
    'roadshow.manage',
    'roadshow.chair',
    'roadshow.score',
    'roadshow.stage',
    'roadshow.record',
    'roadshow.witness',
  )
  own(@CurrentActor() actor: Actor) {
    return this.reader.own(actor);
  }

  @Get(':id')
  @Access('roadshow.manage', 'roadshow.chair')
  overview(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.reader.overview(actor, id);
  }

  @Get(':id/judges')
  @Access('roadshow.manage')
  judges(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.reader.judges(actor, id);
  }

  @Get(':id/tied-leaders')
  @Access('roadshow.manage')
  tiedLeaders(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<TiedLeader[]> {
    return this.reader.tiedLeaders(actor, id);
  }

  @Get(':id/candidates')
  @Access('roadshow.manage')
  candidates(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() query: CandidateQuery) {
    return this.projects.candidates(actor, id, query);
  }

  @Post(':id/entries')
  @HttpCode(204)
  @Access('roadshow.manage')
  addEntries(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body() { projectIds }: EntriesInput,
  ): Promise<void> {
    return this.setup.addEntries(actor, id, projectIds);
  }

  @Delete(':id/entries/:entryId')
  @HttpCode(204)
  @Access('roadshow.manage')
  removeEntry(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('entryId') entryId: string): Promise<void> {
    return this.setup.removeEntry(actor, id, entryId);
  }

  @Post(':id/seats')
  @HttpCode(204)
  @Access('roadshow.manage')
  seat(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: SeatInput): Promise<void> {
    return this.setup.seat(actor, id, body);
  }

  @Delete(':id/seats/:seatNo')
  @HttpCode(204)
  @Access('roadshow.manage')
  unseat(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('seatNo', ParseIntPipe) seatNo: number,
  ): Promise<void> {
    return this.setup.unseat(actor, id, seatNo);
  }

  @Put(':id/meeting')
  @HttpCode(204)
  @Access('roadshow.manage')
  meet(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @IfContentMatches() held: HeldContent,
    @Body() { meetingUrl }: MeetingInput,
  ): Promise<void> {
    return this.setup.meet(actor, id, held, meetingUrl || null);
  }

  @Post(':id/draw')
  @HttpCode(204)
  @Access('roadshow.manage')
  draw(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: DrawInput): Promise<void> {
    return this.draws.draw(actor, id, reason || null);
  }

  @Post(':id/undraw')
  @HttpCode(204)
  @Access('roadshow.manage')
  undraw(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { reason }: ReasonInput): Promise<void> {
    return this.draws.undraw(actor, id, reason);
  }

  @Post(':id/recusals')
  @HttpCode(204)
  @Access('roadshow.chair')
  recuse(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: RecusalInput): Promise<void> {
    return this.recusals.set(actor, id, body);
  }

  @Post(':id/recusals/lift')
  @HttpCode(204)
  @Access('roadshow.manage')
  lift(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: ReopenInput): Promise<void> {
    return this.recusals.lift(actor, id, body);
  }
}
