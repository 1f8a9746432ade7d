import type { Actor } from '@haishi/contracts';
import { Access, ArrivedAt, CurrentActor, IfMatch } from '@haishi/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IdempotencyKey } from './idempotency-key.js';
import { MaterialService } from './material.service.js';
import { OwnProjectsReader } from './own-projects.reader.js';
import {
  MaterialInput,
  MaterialView,
  NewProjectInput,
  OwnProject,
  ProjectInput,
  ProjectPage,
  ProjectQuery,
  ProjectView,
  SavedProject,
  SubmissionReceipt,
} from './project.dto.js';
import { ProjectReader } from './project.reader.js';
import { ProjectService } from './project.service.js';
import { SubmissionService } from './submission.service.js';

@ApiTags('projects')
@Controller()
export class ProjectController {
  constructor(
    private readonly service: ProjectService,
    private readonly submissions: SubmissionService,
    private readonly materials: MaterialService,
    private readonly reader: ProjectReader,
    private readonly own: OwnProjectsReader,
  ) {}

  @Get('editions/:edition/projects')
  @Access('project.read')
  @ApiOkResponse({ type: ProjectPage })
  list(
    @CurrentActor() actor: Actor,
    @Param('edition') edition: string,
    @Query() query: ProjectQuery,
  ): Promise<ProjectPage> {
    return this.reader.list(actor, edition, query);
  }

  @Get('projects/mine')
  @Access('project.own')
  @ApiOkResponse({ type: [OwnProject] })
  mine(@CurrentActor() actor: Actor): Promise<OwnProject[]> {
    return this.own.mine(actor);
  }

  @Post('projects')
  @Access('project.own')
  @ApiCreatedResponse({ type: ProjectView })
  async create(@CurrentActor() actor: Actor, @Body() input: NewProjectInput): Promise<ProjectView> {
    const { id } = await this.service.create(actor, input);
    return this.reader.view(actor, id);
  }

  @Get('projects/:project')
  @Access('project.own', 'project.read')
  @ApiOkResponse({ type: ProjectView })
  view(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<ProjectView> {
    return this.reader.view(actor, project);
  }

  @Put('projects/:project')
  @Access('project.own')
  @ApiOkResponse({ type: SavedProject })
  async save(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @IfMatch() version: number,
    @Body() input: ProjectInput,
  ): Promise<SavedProject> {
    const saved = await this.service.save(actor, project, input, version);
    return this.reader.saved(actor, saved.project, saved.savedAt);
  }

  @Post('projects/:project/materials')
  @Access('project.own')
  @ApiCreatedResponse({ type: MaterialView })
  async addMaterial(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Body() input: MaterialInput,
  ): Promise<MaterialView> {
    const { kind, fileId, name, size, personal } = await this.materials.add(actor, project, input);
    return { kind, fileId, name, size, personal };
  }

  @Delete('projects/:project/materials/:file')
  @HttpCode(204)
  @Access('project.own')
  @ApiNoContentResponse()
  removeMaterial(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @Param('file') file: string,
  ): Promise<void> {
    return this.materials.remove(actor, project, file);
  }

  @Post('projects/:project/submit')
  @HttpCode(200)
  @Access('project.own')
  @ApiOkResponse({ type: SubmissionReceipt })
  submit(
    @CurrentActor() actor: Actor,
    @Param('project') project: string,
    @IfMatch() version: number,
    @IdempotencyKey() key: string,
    @ArrivedAt() at: Date,
  ): Promise<SubmissionReceipt> {
    return this.submissions.submit(actor, project, { key, version, at });
  }
}
