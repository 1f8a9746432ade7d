import type { Actor, AudienceAnswer } from '@haishi/contracts';
import { Access, CurrentActor, Public } from '@haishi/platform';
import { Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AudienceAddressView, LiveSessionQuery, LiveSessionView } from './audience.dto.js';
import { AudienceReader } from './audience.reader.js';
import { AudienceService } from './audience.service.js';

/** What anybody may follow, and who opens it. */
@ApiTags('roadshow')
@Controller('sessions')
export class AudienceController {
  constructor(
    private readonly audience: AudienceService,
    private readonly reader: AudienceReader,
  ) {}

  @Get('live')
  @Public()
  @Header('cache-control', 'public, max-age=2')
  @ApiOkResponse({ type: [LiveSessionView] })
  live(@Query() { edition }: LiveSessionQuery): Promise<LiveSessionView[]> {
    return this.reader.live(edition);
  }

  @Get(':id/audience')
  @Public()
  @Header('cache-control', 'public, max-age=1')
  snapshot(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AudienceAnswer> {
    return this.reader.snapshot(actor, id);
  }

  @Get(':id/audience/code')
  @Public()
  @Header('content-type', 'image/svg+xml')
  @Header('cache-control', 'private, max-age=60')
  @ApiOkResponse({ content: { 'image/svg+xml': { schema: { type: 'string' } } } })
  code(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<string> {
    return this.reader.code(actor, id);
  }

  @Get(':id/audience/address')
  @Access('roadshow.manage', 'roadshow.chair')
  @ApiOkResponse({ type: AudienceAddressView })
  address(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AudienceAddressView> {
    return this.reader.address(actor, id);
  }

  @Post(':id/audience/open')
  @HttpCode(204)
  @Access('roadshow.manage')
  open(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.audience.open(actor, id);
  }

  @Post(':id/audience/close')
  @HttpCode(204)
  @Access('roadshow.manage')
  close(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.audience.close(actor, id);
  }
}
