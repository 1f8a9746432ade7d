import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, IfMatch } from '@haishi/platform';
import { Body, Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { MovedView, MoveProjectInput, MovePreview, PlacementInput } from './move.dto.js';
import { MoveService } from './move.service.js';

/** Moving projects, for who organises the whole edition. */
@ApiTags('projects')
@Controller()
@Access('edition.manage')
export class MoveController {
  constructor(private readonly service: MoveService) {}

  @Post('projects/:project/move/preview')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: MovePreview })
  preview(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Body() input: PlacementInput,
  ): Promise<MovePreview> {
    return this.service.preview(actor, project, input);
  }

  @Post('projects/:project/move')
  @HttpCode(200)
  @ApiOkResponse({ type: MovedView })
  move(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @IfMatch() version: number,
    @Body() input: MoveProjectInput,
  ): Promise<MovedView> {
    return this.service.move(actor, project, version, input);
  }
}
