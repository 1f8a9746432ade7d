import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ConfirmInput, type RecordView, SignatureBackInput, SignatureInput, WitnessInput } from './record.dto.js';
import { RecordReader } from './record.reader.js';
import { RecordService } from './record.service.js';

/** The record of a session: what was witnessed, signed and confirmed. */
@ApiTags('roadshow')
@Controller('sessions/:id/record')
@Access('roadshow.record', 'roadshow.chair', 'roadshow.manage')
export class RecordController {
  constructor(
    private readonly records: RecordService,
    private readonly reader: RecordReader,
  ) {}

  @Get()
  @Access('roadshow.witness', 'roadshow.chair', 'roadshow.manage', 'roadshow.record')
  @Header('cache-control', 'no-store')
  view(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<RecordView> {
    return this.reader.view(actor, id);
  }

  @Post('witness')
  @HttpCode(204)
  @Access('roadshow.witness')
  witness(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: WitnessInput): Promise<void> {
    return this.records.witness(actor, id, body);
  }

  @Post('signatures')
  @HttpCode(204)
  sign(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: SignatureInput): Promise<void> {
    return this.records.sign(actor, id, body);
  }

  @Post('signatures/back')
  @HttpCode(204)
  unsign(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: SignatureBackInput): Promise<void> {
    return this.records.unsign(actor, id, body);
  }

  @Post('confirm')
  @HttpCode(204)
  @Access('roadshow.chair')
  confirm(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() body: ConfirmInput): Promise<void> {
    return this.records.confirm(actor, id, body);
  }
}
