import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, ParseIntPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { KeyingBody, VoidInput } from './keyed.dto.js';
import { KeyedReader } from './keyed.reader.js';
import { KeyedService } from './keyed.service.js';

/** Paper sheets, keyed by two persons. */
@ApiTags('roadshow')
@Controller('sessions/:id/keyed')
@Access('roadshow.record')
export class KeyedController {
  constructor(
    private readonly keyed: KeyedService,
    private readonly reader: KeyedReader,
  ) {}

  @Get()
  @Access('roadshow.record', 'roadshow.chair', 'roadshow.manage')
  @Header('cache-control', 'no-store')
  overview(@CurrentActor() actor: Actor, @Param('id') id: string) {
    return this.reader.overview(actor, id);
  }

  @Get(':entryId/:seatNo')
  @Access('roadshow.chair', 'roadshow.manage')
  @Header('cache-control', 'no-store')
  comparison(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('entryId') entryId: string,
    @Param('seatNo', ParseIntPipe) seatNo: number,
  ) {
    return this.reader.comparison(actor, id, entryId, seatNo);
  }

  @Put(':entryId/:seatNo')
  key(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('entryId') entryId: string,
    @Param('seatNo', ParseIntPipe) seatNo: number,
    @Body() body: KeyingBody,
  ) {
    return this.keyed.key(actor, id, { entryId, seatNo }, body);
  }

  @Post('void')
  @HttpCode(204)
  @Access('roadshow.chair')
  void(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { keyingId, reason }: VoidInput): Promise<void> {
    return this.keyed.void(actor, id, keyingId, reason);
  }
}
