import { Controller, Get, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Actor } from '@haishi/contracts';
import type { FastifyReply } from 'fastify';
import { Access } from '../access/access.guard.js';
import { CurrentActor } from '../http/actor-context.js';
import { FileView } from './file.dto.js';
import { attachmentHeader } from './file.rules.js';
import { FilesService } from './files.service.js';

/** Files to save. Who may, is decided by the domain whose purpose they serve. */
@Controller('files')
@Access('account.self')
export class FileController {
  constructor(private readonly files: FilesService) {}

  @Get(':id')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async download(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, content } = await this.files.open(actor, id);
    void reply.headers({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(content, {
      type: file.type,
      length: file.size,
      disposition: attachmentHeader(file.name),
    });
  }

  @Get(':id/info')
  @ApiOkResponse({ type: FileView })
  async info(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<FileView> {
    return FileView.of(await this.files.find(actor, id), actor.locale);
  }
}
