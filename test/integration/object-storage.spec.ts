import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@haishi/kernel';
import { FilePolicies, FilesModule, FilesService, JobsModule, systemActor, Uploads } from '@haishi/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePlace, type Place } from '../support/engines.js';
import { startPlatform } from '../support/platform.js';

const owner = { ...systemActor('test'), kind: 'person' as const, id: newId() };
let place: Place;
let store: Server;
const objects = new Map<string, Buffer>();
const signatures: string[] = [];

/** As much of an S3-compatible store as keeping files takes: put, get and delete of objects by path. */
beforeAll(async () => {
  place = await makePlace('sqlite');
  store = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = request.url!.split('?')[0]!;
      signatures.push(request.headers.authorization ?? '');
      if (request.method === 'PUT') objects.set(path, Buffer.concat(chunks));
      if (request.method === 'DELETE') objects.delete(path);
      const found = objects.get(path);
      if (request.method !== 'GET') response.writeHead(request.method === 'DELETE' ? 204 : 200).end();
      else if (found) response.writeHead(200, { 'content-length': found.length }).end(found);
      else response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => store.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => store.close(resolve));
  await place.remove();
});

it('keeps files in an S3-compatible store where one is set', async () => {
  const app = await startPlatform(place, [JobsModule, FilesModule], {
    S3_BUCKET: 'haishi',
    S3_ENDPOINT: `http://127.0.0.1:${(store.address() as AddressInfo).port}`,
    S3_ACCESS_KEY_ID: 'key',
    S3_SECRET_ACCESS_KEY: 'secret',
  });
  try {
    app.get(FilePolicies).register({ purpose: 'test.export', maxBytes: 1000, types: ['text/csv'] });
    const files = app.get(FilesService);
    const content = Buffer.from('名称,数量\n');
    const file = await files.keep(owner, { purpose: 'test.export', name: '导出.csv', type: 'text/csv', content });
    expect([...objects.keys()]).toEqual([`/haishi/${file.storageKey}`]);
    expect(signatures[0]).toMatch(/^AWS4-HMAC-SHA256 Credential=key\//);
    expect(await files.read(file.id)).toEqual(content);
    const { content: stream } = await files.open(owner, file.id);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks)).toEqual(content);
    const uploads = app.get(Uploads);
    const id = newId();
    const announced = { purpose: 'test.export', name: '名单.csv', size: content.length };
    await uploads.announce(owner, announced, () => uploads.store.create({ id, size: content.length } as never));
    await writeFile(uploads.store.path(id), content);
    await uploads.finish(owner, id);
    expect(await files.read(id)).toEqual(content);
    expect(existsSync(uploads.store.path(id))).toBe(false);
    expect(await files.removeExpired(owner, new Date(Date.now() + 72 * 3600 * 1000))).toBe(2);
    expect(objects.size).toBe(0);
  } finally {
    await app.close();
  }
});
