import { AsyncLocalStorage } from 'node:async_hooks';
import { constants } from 'node:fs';
import { copyFile, type FileHandle, link, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DataStore, ERRORS, Upload } from '@tus/server';
import { newId } from '@haishi/kernel';
import { SeenContent } from '../content/seen-content.js';
import type { StoredFile } from '../file.entity.js';
import { keepNames } from '../keep-names.js';
import { receive } from './receive.js';

/** The request that is being answered. */
export interface UploadRequest {
  source: Readable;
  /** Whether the piece is read from `source`, past the protocol's own streams. */
  direct: boolean;
  /** Whether it brings no bytes: such a piece is taken of a file that is checked and kept elsewhere, too. */
  empty: boolean;
  signal?: AbortSignal;
}

/** A file that this server alone writes to. */
interface Arrival {
  inode: bigint;
  /** Bytes that are written and no longer being written. */
  length: number;
  /** Of those bytes; `undefined` where another server wrote the first of them. */
  seen: SeenContent | undefined;
}

/** Of how many unfinished uploads it is remembered that nobody else writes to them. */
const REMEMBERED = 1000;

/** What the store asks of the table of files. */
export interface UploadRows {
  /** Enters the upload that the running request opens. */
  enter(id: string, size: number): Promise<void>;
  find(id: string): Promise<StoredFile | null>;
  remove(id: string): Promise<void>;
}

/**
 * Keeps the bytes of unfinished uploads in a folder, one file each, named by the upload's id.
 * How far an upload is, is how long its file is; what is acknowledged was forced to the disk before.
 * A server writes only to files that it made: one that goes on with an upload of another's makes a copy that takes its
 * place. So a file that came whole through one server can be sealed as it lies.
 */
export class UploadStore extends DataStore {
  readonly requests = new AsyncLocalStorage<UploadRequest>();
  private readonly arrivals = new Map<string, Arrival>();

  constructor(
    private readonly folder: string,
    private readonly rows: UploadRows,
  ) {
    super();
    this.extensions = ['creation', 'creation-with-upload', 'termination'];
  }

  path(id: string): string {
    return join(this.folder, id);
  }

  override async create(upload: Upload): Promise<Upload> {
    const file = await open(this.path(upload.id), 'wx');
    const inode = await inodeOf(file).finally(() => file.close());
    try {
      await keepNames(this.folder);
      await this.rows.enter(upload.id, upload.size!);
    } catch (error) {
      await this.removeBytes(upload.id);
      throw error;
    }
    this.remember(upload.id, { inode, length: 0, seen: new SeenContent() });
    return upload;
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const { source, direct, empty, signal } = this.requests.getStore()!;
    if (empty) return offset;
    const path = this.path(id);
    try {
      const { arrival, file } = await this.own(id, offset);
      this.arrivals.delete(id);
      const { inode, seen } = arrival;
      const length = offset + (await receive(direct ? source : stream, file, offset, { seen, signal }));
      if ((await inodeAt(path)) !== inode) throw new Error('Another server went on with this upload.');
      this.remember(id, { ...arrival, length });
      return length;
    } catch {
      throw ERRORS.FILE_WRITE_ERROR;
    }
  }

  override async getUpload(id: string): Promise<Upload> {
    const file = await this.rows.find(id);
    if (!file) throw ERRORS.FILE_NOT_FOUND;
    const length = file.state === 'uploading' ? await this.length(id) : file.size;
    if (length === undefined) throw ERRORS.FILE_NO_LONGER_EXISTS;
    return new Upload({ id, size: file.size, offset: length, creation_date: file.createdAt.toISOString() });
  }

  override async remove(id: string): Promise<void> {
    await this.rows.remove(id);
    await this.removeBytes(id);
  }

  /** How many bytes have arrived; `undefined` where this server's folder does not hold the upload. */
  async length(id: string): Promise<number | undefined> {
    return stat(this.path(id)).then(
      ({ size }) => size,
      () => undefined,
    );
  }

  /**
   * Puts the upload's `size` bytes at `to`, where no request can still write to them.
   * @returns what was seen of them as they came, where that is all of them
   */
  async seal(id: string, size: number, to: string): Promise<SeenContent | undefined> {
    const arrival = this.arrivals.get(id);
    if (arrival?.length === size && (await this.linkOwn(id, arrival, to))) return arrival.seen;
    await syncedCopy(this.path(id), to);
    return undefined;
  }

  async removeBytes(id: string): Promise<void> {
    this.arrivals.delete(id);
    await rm(this.path(id), { force: true });
  }

  /** Removes what nobody wrote to since `before`: a server that died left copies that nothing else knows of. */
  async removeLeftovers(before: Date): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name);
      const { mtime } = await stat(path).catch(() => ({ mtime: new Date() }));
      if (mtime < before) await rm(path, { force: true });
    }
  }

  /** Not every file system has links, and the file may have been replaced by another server's. */
  private async linkOwn(id: string, { inode }: Arrival, to: string): Promise<boolean> {
    const linked = await link(this.path(id), to).then(
      () => true,
      () => false,
    );
    if (linked && (await inodeAt(to)) === inode) return true;
    await rm(to, { force: true });
    return false;
  }

  /** Opened, the file stays this server's, whoever takes its place under the name. */
  private async own(id: string, length: number): Promise<{ arrival: Arrival; file: FileHandle }> {
    const path = this.path(id);
    const known = this.arrivals.get(id);
    if (known?.length === length) {
      const file = await open(path, 'r+');
      if ((await inodeOf(file)) === known.inode) return { arrival: known, file };
      await file.close();
    }
    const copy = `${path}.${newId()}`;
    await syncedCopy(path, copy);
    const file = await open(copy, 'r+');
    try {
      await rename(copy, path);
      await keepNames(this.folder);
      return { arrival: { inode: await inodeOf(file), length, seen: undefined }, file };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  private remember(id: string, arrival: Arrival): void {
    this.arrivals.set(id, arrival);
    if (this.arrivals.size > REMEMBERED) this.arrivals.delete(this.arrivals.keys().next().value!);
  }
}

/** In full: some file systems count beyond what a number holds exactly. */
const inodeOf = async (file: FileHandle): Promise<bigint> => (await file.stat({ bigint: true })).ino;
const inodeAt = async (path: string): Promise<bigint> => (await stat(path, { bigint: true })).ino;

/** A copy that is on the disk; made by the system, which shares the blocks of both where its files can. */
async function syncedCopy(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    const copy = await open(to, 'r+');
    await copy.sync().finally(() => copy.close());
  } catch (error) {
    await rm(to, { force: true });
    throw error;
  }
}
