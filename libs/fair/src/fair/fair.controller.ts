import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, IfMatch, Public } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { FairChange, FairFile, FairImportInput, FairOverview, FairSummary, FairView } from './fair.dto.js';
import { readSuppliedFair, SUPPLIED_FAIR } from './fair.file.js';
import { FairReader } from './fair.reader.js';
import { FairService } from './fair.service.js';

@ApiTags('fairs')
@Controller('fairs')
export class FairController {
  constructor(
    private readonly service: FairService,
    private readonly reader: FairReader,
    @Inject(SUPPLIED_FAIR) private readonly supplied: URL,
  ) {}

  @Get('open')
  @Public()
  @ApiOkResponse({ type: [FairSummary] })
  open(): Promise<FairSummary[]> {
    return this.reader.open();
  }

  @Get('supplied')
  @Access('fair.manage')
  @ApiOkResponse({ type: FairFile })
  suppliedFile(): Promise<FairFile> {
    return readSuppliedFair(this.supplied);
  }

  @Get()
  @Access('fair.manage', 'participation.vet', 'position.review', 'invitation.manage')
  @ApiOkResponse({ type: [FairSummary] })
  forStaff(@CurrentActor() actor: Actor): Promise<FairSummary[]> {
    return this.reader.forStaff(actor);
  }

  @Post()
  @Access('fair.manage')
  @ApiCreatedResponse({ type: FairOverview })
  async import(@CurrentActor() actor: Actor, @Body() input: FairImportInput): Promise<FairOverview> {
    const { id } = await this.service.import(actor, input);
    return this.reader.overview(actor, id);
  }

  @Get(':fair')
  @Public()
  @ApiOkResponse({ type: FairView })
  view(@CurrentActor() actor: Actor, @Param('fair') fair: string): Promise<FairView> {
    return this.reader.view(actor, fair);
  }

  @Get(':fair/overview')
  @Access('fair.manage', 'participation.vet', 'position.review', 'invitation.manage')
  @ApiOkResponse({ type: FairOverview })
  overview(@CurrentActor() actor: Actor, @Param('fair') fair: string): Promise<FairOverview> {
    return this.reader.overview(actor, fair);
  }

  @Get(':fair/file')
  @Access('fair.manage')
  @Header('content-disposition', 'attachment; filename="fair.json"')
  @ApiOkResponse({ type: FairFile })
  file(@CurrentActor() actor: Actor, @Param('fair') fair: string): Promise<FairFile> {
    return this.reader.file(actor, fair);
  }

  @Put(':fair')
  @Access('fair.manage')
  @ApiOkResponse({ type: FairOverview })
  async change(
    @CurrentActor() actor: Actor,
    @Param('fair') fair: string,
    @IfMatch() version: number,
    @Body() input: FairChange,
  ): Promise<FairOverview> {
    await this.service.change(actor, fair, version, input);
    return this.reader.overview(actor, fair);
  }

  @Post(':fair/open')
  @HttpCode(204)
  @Access('fair.manage')
  @ApiNoContentResponse()
  async openFair(@CurrentActor() actor: Actor, @Param('fair') fair: string, @IfMatch() version: number): Promise<void> {
    await this.service.move(actor, fair, version, 'open');
  }

  @Post(':fair/close')
  @HttpCode(204)
  @Access('fair.manage')
  @ApiNoContentResponse()
  async closeFair(
    @CurrentActor() actor: Actor,
    @Param('fair') fair: string,
    @IfMatch() version: number,
  ): Promise<void> {
    await this.service.move(actor, fair, version, 'close');
  }
}
