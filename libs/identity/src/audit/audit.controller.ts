import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor, LIST_ANSWER, sendList } from '@haishi/platform';
import { Controller, Get, Header, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AuditExportQuery, AuditFilter, AuditPage } from './audit.dto.js';
import { AuditService } from './audit.service.js';

@ApiTags('audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Access('audit.read')
  @ApiOkResponse({ type: AuditPage })
  page(@CurrentActor() actor: Actor, @Query() query: AuditFilter): Promise<AuditPage> {
    return this.audit.page(actor, query);
  }

  @Get('export')
  @Access('audit.read')
  @Header('cache-control', 'no-store')
  @ApiOkResponse(LIST_ANSWER)
  async export(@CurrentActor() actor: Actor, @Query() query: AuditExportQuery): Promise<StreamableFile> {
    return sendList(await this.audit.export(actor, query));
  }
}
