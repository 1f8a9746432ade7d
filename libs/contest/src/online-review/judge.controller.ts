import type { Actor } from '@haishi/contracts';
import { Access, ArrivedAt, CurrentActor, FileQuery, sendingHeaders } from '@haishi/platform';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  ParseIntPipe,
  Post,
  Put,
  Query,
  Res,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { SheetBody } from '../roadshow/session.dto.js';
import { JudgeFiles } from './judge.files.js';
import { JudgeReader } from './judge.reader.js';
import { JudgingService } from './judging.service.js';
import {
  TermsInput,
  DeclarationInput,
  DraftBody,
  type JudgeDeskView,
  type JudgeEntryDetail,
  type OwnRound,
  type RoundReceipt,
  TieInput,
} from './judge.dto.js';

/** As much of an answer as a file needs. */
interface Reply {
  headers(values: Record<string, string>): unknown;
}

/** Online reviews as their judges find them: their own entries and sheets alone. */
@ApiTags('online review')
@Controller('reviews')
@Access('review.score')
export class JudgeController {
  constructor(
    private readonly service: JudgingService,
    private readonly reader: JudgeReader,
    private readonly files: JudgeFiles,
  ) {}

  @Get()
  @Header('cache-control', 'no-store')
  own(@CurrentActor() actor: Actor): Promise<OwnRound[]> {
    return this.reader.own(actor);
  }

  @Get(':round')
  @Header('cache-control', 'no-store')
  desk(@CurrentActor() actor: Actor, @Param('round') round: string): Promise<JudgeDeskView> {
    return this.reader.desk(actor, round);
  }

  @Post(':round/terms')
  @HttpCode(204)
  accept(@CurrentActor() actor: Actor, @Param('round') round: string, @Body() body: TermsInput): Promise<void> {
    return this.service.accept(actor, round, body);
  }

  @Post(':round/declarations')
  @HttpCode(204)
  declare(@CurrentActor() actor: Actor, @Param('round') round: string, @Body() body: DeclarationInput): Promise<void> {
    return this.service.declare(actor, round, body);
  }

  @Post(':round/recusals')
  @HttpCode(204)
  tie(@CurrentActor() actor: Actor, @Param('round') round: string, @Body() body: TieInput): Promise<void> {
    return this.service.tie(actor, round, body);
  }

  @Get(':round/entries/:entry')
  @Header('cache-control', 'no-store')
  entry(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Param('entry') entry: string,
  ): Promise<JudgeEntryDetail> {
    return this.reader.entry(actor, round, entry);
  }

  @Get(':round/entries/:entry/files/:index')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async file(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Param('entry') entry: string,
    @Param('index', ParseIntPipe) index: number,
    @Query() { disposition }: FileQuery,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<StreamableFile> {
    const { file, content } = await this.files.open(actor, round, entry, index);
    void reply.headers(sendingHeaders(file, disposition === 'inline', true));
    return new StreamableFile(content, { type: file.type, length: file.size });
  }

  @Put(':round/entries/:entry/draft')
  @HttpCode(204)
  draft(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Param('entry') entry: string,
    @Body() body: DraftBody,
    @ArrivedAt() at: Date,
  ): Promise<void> {
    return this.service.draft(actor, round, entry, { ...body, at });
  }

  @Put(':round/entries/:entry/sheet')
  submit(
    @CurrentActor() actor: Actor,
    @Param('round') round: string,
    @Param('entry') entry: string,
    @Body() body: SheetBody,
    @ArrivedAt() at: Date,
  ): Promise<RoundReceipt> {
    return this.service.submit(actor, round, entry, { ...body, at });
  }
}
