import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Actor } from '@haishi/contracts';
import type { FastifyReply } from 'fastify';
import { Access } from '../access/access.guard.js';
import { CurrentActor } from '../http/actor-context.js';
import { FileQuery, FileView } from './file.dto.js';
import { sendingHeaders } from './file.rules.js';
import { FilesService } from './files.service.js';

/** Files to save or to look at. Who may, is decided by the domain whose purpose they serve. */
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
    @Query() { disposition }: FileQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { file, content } = await this.files.open(actor, id);
    void reply.headers(sendingHeaders(file, disposition === 'inline'));
    return new StreamableFile(content, { type: file.type, length: file.size });
  }

  @Get(':id/info')
  @ApiOkResponse({ type: FileView })
  async info(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<FileView> {
    return FileView.of(await this.files.find(actor, id), actor.locale);
  }
}
