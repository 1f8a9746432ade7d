import { readEnvironment } from '@haishi/platform';
import { createServer } from '@haishi/server/create-server';
import { ConsoleLogger, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { agent as supertestAgent, type Agent } from 'supertest';
import type { Engine, Place } from './engines.js';
import { makeMigratedPlace } from './migrated-place.js';

/** A whole server listening on a port of its own, over an empty database. */
export interface TestApp {
  engine: Engine;
  app: NestFastifyApplication;
  url: string;
  place: Place;
  /** A browser of its own: keeps cookies, asks in Chinese. */
  browser(): ReturnType<typeof supertestAgent>;
  get<Provider>(token: Type<Provider> | (abstract new (...args: never[]) => Provider) | symbol): Provider;
  close(): Promise<void>;
}

export type Browser = Agent;

/** Starts the product as `main` does, over a place of its own or one that is shared; mail is caught. Close it in `afterAll`. */
export async function startApp(
  engine: Engine,
  settings: Record<string, string> = {},
  shared?: Place,
): Promise<TestApp> {
  const place = shared ?? (await makeMigratedPlace(engine));
  const environment = readEnvironment({
    ...place.settings,
    PORT: '0',
    PUBLIC_URL: 'http://localhost',
    TRUST_PROXY: '1',
    ...settings,
  });
  const app = await createServer(environment, new ConsoleLogger({ logLevels: ['fatal', 'error'] }));
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${address.port}`;
  return {
    engine,
    app,
    url,
    place,
    browser: () => supertestAgent(url).set('Accept-Language', 'zh-CN'),
    get: (token) => app.get(token as never, { strict: false }),
    close: async () => {
      await app.close();
      if (!shared) await place.remove();
    },
  };
}
