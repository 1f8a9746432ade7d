import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, Public } from '@haishi/platform';
import { Body, Controller, Get, Header, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  GalleryBrief,
  GalleryChoiceInput,
  GalleryChoiceView,
  GalleryPage,
  GalleryProject,
  GalleryQuery,
} from './gallery.dto.js';
import { GalleryReader } from './gallery.reader.js';
import { GalleryService } from './gallery.service.js';

/** The projects of an edition that are published, for anybody, and what their entrants decide of that. */
@ApiTags('gallery')
@Controller()
export class GalleryController {
  constructor(
    private readonly reader: GalleryReader,
    private readonly service: GalleryService,
  ) {}

  @Get('galleries')
  @Public()
  @ApiOkResponse({ type: [GalleryBrief] })
  opened(): Promise<GalleryBrief[]> {
    return this.reader.galleries();
  }

  @Get('editions/:edition/gallery')
  @Public()
  @ApiOkResponse({ type: GalleryPage })
  list(@Param('edition') edition: string, @Query() query: GalleryQuery): Promise<GalleryPage> {
    return this.reader.list(edition, query);
  }

  @Get('editions/:edition/gallery/:project')
  @Public()
  @ApiOkResponse({ type: GalleryProject })
  one(@Param('edition') edition: string, @Param('project') project: string): Promise<GalleryProject> {
    return this.reader.one(edition, project);
  }

  @Get('projects/:project/gallery')
  @Access('project.own')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: GalleryChoiceView })
  choice(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<GalleryChoiceView> {
    return this.reader.choice(actor, project);
  }

  @Put('projects/:project/gallery')
  @HttpCode(204)
  @Access('project.own')
  @ApiNoContentResponse()
  choose(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Body() { listed }: GalleryChoiceInput,
  ): Promise<void> {
    return this.service.choose(actor, project, listed);
  }
}
