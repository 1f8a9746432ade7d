import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, IfMatch } from '@haishi/platform';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseIntPipe,
  Post,
  Query,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { sendEditionFile } from '../edition/edition-file.answer.js';
import {
  ChangeInput,
  ChangePreview,
  ChangePreviewInput,
  ChangeReceipt,
  DifferencesQuery,
  DifferenceView,
  EditionVersionView,
} from './change.dto.js';
import { EditionChangeReader } from './change.reader.js';
import { EditionChangeService } from './change.service.js';

/** Changes of a running edition and its versions, for its organisers. */
@ApiTags('editions')
@Controller('editions/:edition')
@Access('edition.manage')
export class EditionChangeController {
  constructor(
    private readonly reader: EditionChangeReader,
    private readonly service: EditionChangeService,
  ) {}

  @Post('change/preview')
  @HttpCode(200)
  @ApiOkResponse({ type: ChangePreview })
  preview(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Body() { file, base }: ChangePreviewInput,
  ): Promise<ChangePreview> {
    return this.reader.preview(actor, edition, file, base);
  }

  @Post('change')
  @HttpCode(200)
  @ApiOkResponse({ type: ChangeReceipt })
  async change(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @IfMatch() version: number,
    @Body() { file, reason }: ChangeInput,
  ): Promise<ChangeReceipt> {
    return { number: await this.service.change(actor, edition, file, reason, version) };
  }

  @Get('versions')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: [EditionVersionView] })
  versions(@CurrentActor() actor: Actor, @Param('edition') edition: string): Promise<EditionVersionView[]> {
    return this.reader.list(actor, edition);
  }

  @Get('versions/differences')
  @ApiOkResponse({ type: [DifferenceView] })
  differences(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Query() { from, to }: DifferencesQuery,
  ): Promise<DifferenceView[]> {
    return this.reader.differences(actor, edition, from, to);
  }

  @Get('versions/:number/file')
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: true } })
  async file(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<StreamableFile> {
    return sendEditionFile(await this.reader.file(actor, edition, number), number);
  }
}
