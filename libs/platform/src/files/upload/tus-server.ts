import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type Actor, failure } from '@haishi/contracts';
import { Failure, newId } from '@haishi/kernel';
import { Metadata, Server, type ServerOptions } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../../http/actor-context.js';
import { toFailure, toProblem } from '../../http/problem.js';
import type { UploadStore } from './upload-store.js';
import { Uploads } from './uploads.js';

type ServerRequest = Parameters<NonNullable<ServerOptions['onUploadFinish']>>[0];

const PATH = '/api/v1/files/tus';
const PIECE = 'application/offset+octet-stream';

/** The protocol's server, saying of refusals in our form what they are. */
class ProblemServer extends Server {
  constructor(
    options: ConstructorParameters<typeof Server>[0],
    private readonly running: UploadStore['requests'],
  ) {
    super(options);
  }

  override createContext() {
    const context = super.createContext();
    this.running.getStore()!.signal = context.signal;
    return context;
  }

  override write(...[context, headers, status, body]: Parameters<Server['write']>) {
    if (body?.startsWith('{')) headers.set('Content-Type', 'application/problem+json; charset=utf-8');
    return super.write(context, headers, status, body);
  }
}

/** The tus protocol over Fastify: what is announced and whose it is, is checked before the protocol's own server answers. */
@Injectable()
export class TusServer implements OnModuleInit {
  private readonly logger = new Logger('Uploads');
  private readonly requests = new WeakMap<object, FastifyRequest>();
  private readonly server: ProblemServer;

  constructor(
    private readonly uploads: Uploads,
    private readonly host: HttpAdapterHost,
  ) {
    const options: ConstructorParameters<typeof Server>[0] = {
      path: PATH,
      datastore: uploads.store,
      relativeLocation: true,
      allowedOrigins: [],
      namingFunction: () => newId(),
      // A piece of known length is read by the store: the protocol's streams cost four times what they carry.
      onIncomingRequest: async (request) => {
        const length = request.headers.get('content-length');
        if (request.method !== 'PATCH' || length === null) return;
        Object.defineProperty(request, 'body', { value: null });
        Object.assign(uploads.store.requests.getStore()!, { direct: true, empty: Number(length) === 0 });
      },
      onUploadFinish: async (request, { id }) => {
        await this.uploads.finish(this.requestOf(request)!.actor!, id);
        return {};
      },
      onResponseError: (request, error) => this.worded(this.requestOf(request), error),
    };
    this.server = new ProblemServer(options, uploads.store.requests);
  }

  /** Bytes of a piece are left on the connection, for the protocol's server to read. */
  onModuleInit(): void {
    const fastify = this.host.httpAdapter?.getInstance<FastifyInstance>();
    fastify?.addContentTypeParser(PIECE, (_request, _body, done) => done(null));
  }

  async create(actor: Actor, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { purpose, filename } = metadataOf(request);
    const size = wholeNumber(request.headers['upload-length']);
    await this.uploads.announce(actor, { purpose, name: filename, size }, () => this.handle(request, reply));
  }

  async handleOwn(actor: Actor, id: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.uploads.assertOwn(actor, id);
    await this.handle(request, reply);
  }

  async handle(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    reply.hijack();
    reply.raw.setHeader('x-content-type-options', 'nosniff');
    this.requests.set(request.raw, request);
    const { requests } = this.uploads.store;
    await requests.run({ source: request.raw, direct: false, empty: false }, () =>
      this.server.handle(request.raw, reply.raw),
    );
  }

  private requestOf({ runtime }: ServerRequest): FastifyRequest | undefined {
    return this.requests.get(runtime?.node?.req ?? {});
  }

  /** Refusals of ours as problem+json; those of the protocol as they are; defects without their inside. */
  private worded(request: FastifyRequest | undefined, error: Error | { status_code: number; body: string }) {
    if ('status_code' in error) return undefined;
    const expected = toFailure(error);
    if (!(error instanceof Failure)) this.logger.error(`Upload failed (${request?.id ?? ''})`, error.stack);
    const problem = toProblem(expected, request ? localeOf(request) : 'zh', String(request?.id ?? ''));
    return { status_code: problem.status, body: JSON.stringify(problem) };
  }
}

function metadataOf(request: FastifyRequest): Record<string, string | undefined> {
  const header = request.headers['upload-metadata'];
  if (typeof header !== 'string' || header === '') return {};
  try {
    return Object.fromEntries(Object.entries(Metadata.parse(header)).map(([key, value]) => [key, value ?? undefined]));
  } catch {
    throw failure('common.bad_format', { field: 'upload-metadata' });
  }
}

function wholeNumber(header: string | string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined;
}
