import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { ERRORS, Upload } from '@tus/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '@haishi/kernel';
import { UploadStore } from './upload-store.js';

const CONTENT = randomBytes(300_000);
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');
const HALF = CONTENT.length / 2;

describe('UploadStore', () => {
  let folder: string;
  let id: string;
  let sealed: string;
  const server = () =>
    new UploadStore(folder, { enter: async () => {}, find: async () => null, remove: async () => {} });
  const write = (store: UploadStore, source: Readable, offset: number, signal?: AbortSignal) =>
    store.requests.run({ source, direct: true, empty: false, ...(signal && { signal }) }, () =>
      store.write(Readable.from([]), id, offset),
    );
  const piece = (from: number, to = CONTENT.length) =>
    Readable.from([CONTENT.subarray(from, to)], { objectMode: false });
  const create = (store: UploadStore) => store.create(new Upload({ id, size: CONTENT.length, offset: 0 }));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'haishi-uploads-'));
    id = newId();
    sealed = join(folder, 'sealed');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('seals what came whole through one server as it lies, and knows its digest', async () => {
    const store = server();
    await create(store);
    expect(await write(store, piece(0, HALF), 0)).toBe(HALF);
    expect(await write(store, piece(HALF), HALF)).toBe(CONTENT.length);
    expect((await store.seal(id, CONTENT.length, sealed))?.sha256).toBe(SHA256);
    expect(readFileSync(sealed)).toEqual(CONTENT);
    expect(statSync(sealed).ino).toBe(statSync(store.path(id)).ino);
  });

  it('keeps what came before a break, and goes on from there', async () => {
    const store = server();
    await create(store);
    const broken = new PassThrough();
    const stored = write(store, broken, 0);
    broken.write(CONTENT.subarray(0, 1000));
    await arrived(store, 1000);
    broken.destroy(new Error('the line breaks'));
    expect(await stored).toBe(1000);
    await write(store, piece(1000), 1000);
    expect((await store.seal(id, CONTENT.length, sealed))?.sha256).toBe(SHA256);
  });

  it('ends a piece whose connection is given up for another, and keeps what it brought', async () => {
    const store = server();
    await create(store);
    const [hanging, given] = [new PassThrough(), new AbortController()];
    const stored = write(store, hanging, 0, given.signal);
    hanging.write(CONTENT.subarray(0, 1000));
    await arrived(store, 1000);
    given.abort();
    expect(await stored).toBe(1000);
    hanging.write(CONTENT.subarray(1000, 2000));
    await write(store, piece(1000), 1000);
    expect((await store.seal(id, CONTENT.length, sealed))?.sha256).toBe(SHA256);
    expect(hanging.destroyed).toBe(false);
  });

  it('lets no server write to what another went on with', async () => {
    const [one, other] = [server(), server()];
    await create(one);
    const slow = new PassThrough();
    const stored = write(one, slow, 0);
    slow.write(CONTENT.subarray(0, HALF));
    await arrived(one, HALF);
    await write(other, piece(HALF), HALF);
    await other.seal(id, CONTENT.length, sealed);
    slow.end(Buffer.alloc(HALF, '%'));
    await expect(stored).rejects.toBe(ERRORS.FILE_WRITE_ERROR);
    expect(readFileSync(sealed)).toEqual(CONTENT);
    expect(readFileSync(other.path(id))).toEqual(CONTENT);
  });

  it('lets a server that another overtakes between its look and its first byte write to its own file alone', async () => {
    const [one, other] = [server(), server()];
    await create(one);
    const own = one['own'].bind(one);
    one['own'] = async (...asked: Parameters<typeof own>) => {
      const owned = await own(...asked);
      await write(other, piece(0), 0);
      return owned;
    };
    const stale = Readable.from([Buffer.alloc(HALF, '%')], { objectMode: false });
    await expect(write(one, stale, 0)).rejects.toBe(ERRORS.FILE_WRITE_ERROR);
    expect(readFileSync(other.path(id)).equals(CONTENT)).toBe(true);
  });

  it('copies what it did not write itself before it seals it', async () => {
    const store = server();
    await create(store);
    await write(store, piece(0), 0);
    const restarted = server();
    expect(await restarted.seal(id, CONTENT.length, sealed)).toBeUndefined();
    expect(readFileSync(sealed)).toEqual(CONTENT);
    expect(statSync(sealed).ino).not.toBe(statSync(store.path(id)).ino);
  });

  it('removes what was left long ago, and nothing else', async () => {
    const store = server();
    await create(store);
    const left = `${store.path(id)}.${newId()}`;
    writeFileSync(left, 'a copy');
    const now = Date.now();
    utimesSync(left, new Date(now - 2000), new Date(now - 2000));
    await store.removeLeftovers(new Date(now - 1000));
    expect(readdirSync(folder)).toEqual([id]);
  });

  it('refuses a piece that the disk does not take', async () => {
    const store = server();
    await create(store);
    await rm(store.path(id));
    await expect(write(store, piece(0), 0)).rejects.toBe(ERRORS.FILE_WRITE_ERROR);
  });

  const arrived = (store: UploadStore, length: number) => expect.poll(() => store.length(id)).toBe(length);
});
