import { type Actor, errorText } from '@haishi/contracts';
import { CurrentActor, Public, toFailure } from '@haishi/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DEVICE_HEADER, DeviceToken } from '../device/device-token.js';
import { Devices } from '../device/devices.js';
import {
  type BatchResult,
  ScanAnswerView,
  ScanBatchAnswer,
  ScanBatchBody,
  SingleScanBody,
  toScanInput,
} from './scan.dto.js';
import { Scans } from './scans.js';

/** Where gates send what they scanned; a device shows its token in a header of its own. */
@ApiTags('attendance')
@ApiHeader({ name: DEVICE_HEADER, required: true })
@Controller('attendance/scans')
@Public()
export class ScanController {
  constructor(
    private readonly devices: Devices,
    private readonly scans: Scans,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ type: ScanAnswerView })
  async scan(
    @CurrentActor() actor: Actor,
    @DeviceToken() token: string | undefined,
    @Body() body: SingleScanBody,
  ): Promise<ScanAnswerView> {
    return this.scans.scan(actor, await this.devices.resolve(token), new Date(body.sentAt), toScanInput(body));
  }

  @Post('batch')
  @HttpCode(200)
  @ApiOkResponse({ type: ScanBatchAnswer })
  async batch(
    @CurrentActor() actor: Actor,
    @DeviceToken() token: string | undefined,
    @Body() { sentAt, scans }: ScanBatchBody,
  ): Promise<ScanBatchAnswer> {
    const device = await this.devices.resolve(token);
    const settled = await this.scans.batch(actor, device, new Date(sentAt), scans.map(toScanInput));
    return { results: settled.map((result, index) => toResult(scans[index]!.id, result, actor)) };
  }
}

function toResult(id: string, result: PromiseSettledResult<ScanAnswerView>, actor: Actor): BatchResult {
  if (result.status === 'fulfilled') return { id, answer: result.value, failure: null };
  const { code, details } = toFailure(result.reason);
  return { id, answer: null, failure: { code, detail: errorText(code, actor.locale, details.params) } };
}
