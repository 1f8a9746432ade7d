import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, Public } from '@haishi/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Admissions } from '../event/admissions.js';
import { DeviceView, EventView, LinkView } from '../event/event.dto.js';
import { EventFactsCache } from '../event/event-facts.js';
import type { GateDevice } from './device.entity.js';
import { DeviceInput, EnrolInput, MoveInput, OwnDeviceView, RegisteredDeviceView } from './device.dto.js';
import { DEVICE_HEADER, DeviceToken } from './device-token.js';
import { Devices } from './devices.js';

/** Setting up the phones and scanners of a gate. */
@ApiTags('attendance')
@Controller('attendance')
export class DeviceController {
  constructor(
    private readonly devices: Devices,
    private readonly facts: EventFactsCache,
    private readonly admissions: Admissions,
  ) {}

  @Post('gates/:gate/devices')
  @Access('gate.scan')
  @ApiCreatedResponse({ type: RegisteredDeviceView })
  async register(
    @CurrentActor() actor: Actor,
    @Param('gate') gateId: string,
    @Body() { name }: DeviceInput,
  ): Promise<RegisteredDeviceView> {
    const { device, token } = await this.devices.register(actor, gateId, name);
    return { ...(await this.own(device)), token };
  }

  @Post('gates/:gate/device-links')
  @Access('gate.manage')
  @ApiCreatedResponse({ type: LinkView })
  async invite(@CurrentActor() actor: Actor, @Param('gate') gateId: string): Promise<LinkView> {
    const { id, token } = await this.devices.invite(actor, gateId);
    return { id, token };
  }

  @Post('devices/enrol')
  @Public()
  @ApiCreatedResponse({ type: RegisteredDeviceView })
  async enrol(@CurrentActor() actor: Actor, @Body() { token: link, name }: EnrolInput): Promise<RegisteredDeviceView> {
    const { device, token } = await this.devices.enrol(actor, link, name);
    return { ...(await this.own(device)), token };
  }

  @Get('device')
  @Public()
  @ApiHeader({ name: DEVICE_HEADER, required: true })
  @ApiOkResponse({ type: OwnDeviceView })
  async device(@DeviceToken() token: string | undefined): Promise<OwnDeviceView> {
    return this.own(await this.devices.resolve(token));
  }

  @Put('device/gate')
  @HttpCode(204)
  @Public()
  @ApiHeader({ name: DEVICE_HEADER, required: true })
  @ApiNoContentResponse()
  async move(
    @CurrentActor() actor: Actor,
    @DeviceToken() token: string | undefined,
    @Body() { gateId }: MoveInput,
  ): Promise<void> {
    await this.devices.move(actor, await this.devices.resolve(token), gateId);
  }

  @Get('events/:event/devices')
  @Access('gate.manage')
  @ApiOkResponse({ type: [DeviceView] })
  async list(@CurrentActor() actor: Actor, @Param('event') eventId: string): Promise<DeviceView[]> {
    await this.admissions.visible(actor, eventId, 'gate.manage');
    return (await this.devices.of(eventId)).map((device) => DeviceView.of(device));
  }

  @Delete('devices/:device')
  @HttpCode(204)
  @Access('gate.manage')
  @ApiNoContentResponse()
  revoke(@CurrentActor() actor: Actor, @Param('device') deviceId: string): Promise<void> {
    return this.devices.revoke(actor, deviceId);
  }

  private async own({ id, name, gateId, eventId }: GateDevice): Promise<OwnDeviceView> {
    const { event, gates } = await this.facts.get(eventId);
    return { id, name, gateId, event: EventView.of(event, [...gates.values()]) };
  }
}
