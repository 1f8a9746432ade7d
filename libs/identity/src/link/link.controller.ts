import { Public } from '@haishi/platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { OpenedScreen, ScreenToken } from './link.dto.js';
import { Links } from './links.js';

/** Big screens, whatever they show. */
@ApiTags('screens')
@Controller('screens')
export class LinkController {
  constructor(private readonly links: Links) {}

  @Post('open')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: OpenedScreen })
  open(@Body() { token }: ScreenToken): Promise<OpenedScreen> {
    return this.links.watched(token);
  }
}
