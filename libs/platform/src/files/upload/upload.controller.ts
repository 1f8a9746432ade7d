import { Controller, Delete, Head, HttpCode, Options, Param, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Actor } from '@haishi/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Access } from '../../access/access.guard.js';
import { CurrentActor } from '../../http/actor-context.js';
import { TusServer } from './tus-server.js';

/** Resumable upload after the tus protocol 1.0, with creation, creation-with-upload and termination. */
@Controller('files/tus')
@Access('account.self')
@ApiExcludeController()
export class UploadController {
  constructor(private readonly tus: TusServer) {}

  @Options()
  @HttpCode(204)
  options(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.tus.handle(request, reply);
  }

  @Post()
  create(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.tus.create(actor, request, reply);
  }

  @Head(':id')
  position(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.tus.handleOwn(actor, id, request, reply);
  }

  @Patch(':id')
  append(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.tus.handleOwn(actor, id, request, reply);
  }

  @Delete(':id')
  remove(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.tus.handleOwn(actor, id, request, reply);
  }
}
