import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import { type INestApplicationContext, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Environment, InputPipe, noteArrivals, ProblemFilter, Realtime } from '@haishi/platform';
import { newId } from '@haishi/kernel';
import { AppModule } from './app.module.js';
import { compressAnswers } from './compression.js';
import { DATABASE_CONTENTS } from './database.contents.js';
import { servePages } from './pages.js';

/** Bytes of a JSON body; files travel in pieces of their own. */
const BODY_LIMIT = 1_048_576;

/** Builds the whole server, ready to listen; starts nothing that outlives `close()`. */
export async function createServer(environment: Environment, logger: LoggerService): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: environment.trustProxy,
    genReqId: () => newId(),
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot(environment, DATABASE_CONTENTS),
    adapter,
    {
      logger,
      abortOnError: false,
    },
  );
  const fastify = adapter.getInstance();
  noteArrivals(fastify as never);
  await app.register(cookie as never);
  await app.register(helmet as never, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        frameAncestors: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: environment.publicUrl.startsWith('https://'),
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
  });
  app.setGlobalPrefix('api/v1');
  app.useGlobalPipes(new InputPipe());
  app.useGlobalFilters(new ProblemFilter());
  compressAnswers(fastify as never);
  await servePages(fastify as never);
  app.enableShutdownHooks();
  await app.init();
  await fastify.ready();
  await app.get(Realtime).attach(app.getHttpServer(), environment.redisUrl);
  return app;
}

/** The same rooms without HTTP, for the command line. */
export function createContext(
  environment: Environment,
  logger: LoggerService | false,
): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(AppModule.forRoot(environment, DATABASE_CONTENTS), {
    logger,
    abortOnError: false,
  });
}
