import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, IfMatch } from '@haishi/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Gates } from '../gate/gates.js';
import { SigningKeys } from '../key/signing-keys.js';
import type { AdmissionEvent } from './admission-event.entity.js';
import { Admissions } from './admissions.js';
import { EventChangeInput, EventView, GateChangeInput, GateView, NewGateInput, RotateInput } from './event.dto.js';

/** Admission events and their gates, for staff. */
@ApiTags('attendance')
@Controller('attendance')
export class EventController {
  constructor(
    private readonly admissions: Admissions,
    private readonly gates: Gates,
    private readonly keys: SigningKeys,
  ) {}

  @Get('events')
  @Access('attendance.read')
  @ApiOkResponse({ type: [EventView] })
  async list(@CurrentActor() actor: Actor): Promise<EventView[]> {
    return Promise.all((await this.admissions.list(actor)).map((event) => this.view(event)));
  }

  @Get('events/:event')
  @Access('attendance.read')
  @ApiOkResponse({ type: EventView })
  async one(@CurrentActor() actor: Actor, @Param('event') eventId: string): Promise<EventView> {
    return this.view(await this.admissions.visible(actor, eventId, 'attendance.read'));
  }

  @Put('events/:event')
  @Access('gate.manage')
  @ApiOkResponse({ type: EventView })
  async change(
    @CurrentActor() actor: Actor,
    @Param('event') eventId: string,
    @IfMatch() version: number,
    @Body() { opensAt, closesAt, ...rest }: EventChangeInput,
  ): Promise<EventView> {
    const hours = { opensAt: new Date(opensAt), closesAt: new Date(closesAt) };
    return this.view(await this.admissions.change(actor, eventId, version, { ...rest, ...hours }));
  }

  @Post('events/:event/gates')
  @Access('gate.manage')
  @ApiCreatedResponse({ type: GateView })
  async addGate(
    @CurrentActor() actor: Actor,
    @Param('event') eventId: string,
    @Body() { name }: NewGateInput,
  ): Promise<GateView> {
    return GateView.of(await this.gates.add(actor, eventId, name));
  }

  @Put('gates/:gate')
  @Access('gate.manage')
  @ApiOkResponse({ type: GateView })
  async changeGate(
    @CurrentActor() actor: Actor,
    @Param('gate') gateId: string,
    @IfMatch() version: number,
    @Body() body: GateChangeInput,
  ): Promise<GateView> {
    return GateView.of(await this.gates.change(actor, gateId, version, body));
  }

  @Post('keys/rotate')
  @HttpCode(200)
  @Access('gate.manage')
  @ApiOkResponse({ schema: { type: 'object', properties: { number: { type: 'integer' } } } })
  rotate(@CurrentActor() actor: Actor, @Body() { revoke }: RotateInput): Promise<{ number: number }> {
    return this.keys.rotate(actor, revoke);
  }

  private async view(event: AdmissionEvent): Promise<EventView> {
    return EventView.of(event, await this.gates.of(event.id));
  }
}
