import type { Actor } from '@haishi/contracts';
import { Access, CurrentActor } from '@haishi/platform';
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AuditExportQuery, AuditFilter, AuditPage } from './audit.dto.js';
import { AuditService } from './audit.service.js';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

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
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async export(@CurrentActor() actor: Actor, @Query() query: AuditExportQuery): Promise<StreamableFile> {
    const file = await this.audit.export(actor, query);
    return new StreamableFile(file, {
      type: TYPES[query.format],
      disposition: `attachment; filename="haishi-audit.${query.format}"`,
      length: file.length,
    });
  }
}
