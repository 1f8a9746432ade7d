import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ExplanationsView } from './eligibility-rules.dto.js';
import { EligibilityRulesReader } from './eligibility-rules.reader.js';

/** What the conditions of entry make of a project. */
@ApiTags('eligibility')
@Controller('projects/:project/conditions')
export class EligibilityRulesController {
  constructor(private readonly reader: EligibilityRulesReader) {}

  @Get()
  @Access('project.own', 'project.check')
  @Header('cache-control', 'no-store')
  @ApiOkResponse({ type: ExplanationsView })
  explanations(@CurrentActor() actor: Actor, @Param('project') project: string): Promise<ExplanationsView> {
    return this.reader.explanations(actor, project);
  }
}
