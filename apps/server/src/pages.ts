import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const PAGES = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Pages with an HTML file of their own; every other address is the application's. */
const ENTRIES: Record<string, string> = { ticket: 'ticket.html' };

/**
 * Serves the built pages, in the compressed copies that the build leaves beside them where the browser takes those.
 * Files with a hash in their name are kept by browsers for a year; the rest is asked for again.
 */
export async function servePages(fastify: FastifyInstance): Promise<void> {
  if (!existsSync(join(PAGES, 'index.html'))) return;
  await fastify.register(fastifyStatic, {
    root: join(PAGES, 'assets'),
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const beside = new Set(readdirSync(PAGES).filter((name) => /^\w.*\./.test(name)));
  const html = new Map<string, string>();
  const page = (name: string) => {
    let text = html.get(name);
    if (text === undefined) {
      text = readFileSync(join(PAGES, name), 'utf8');
      html.set(name, text);
    }
    return text;
  };
  fastify.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    if (beside.has(path.slice(1))) return reply.sendFile(path, PAGES);
    if (path.startsWith('/api/') || /\.\w{1,5}$/.test(path)) return reply.callNotFound();
    const first = path.split('/')[1] ?? '';
    return reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(page(ENTRIES[first] ?? 'index.html'));
  });
}
