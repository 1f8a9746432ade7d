import { createWriteStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { StoredFile } from '../file.entity.js';

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
 */
export class UploadStore extends DataStore {
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
    await (await open(this.path(upload.id), 'wx')).close();
    try {
      await this.rows.enter(upload.id, upload.size!);
    } catch (error) {
      await this.removeBytes(upload.id);
      throw error;
    }
    return upload;
  }

  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const file = createWriteStream(this.path(id), { flags: 'r+', start: offset, flush: true });
    let failed: unknown;
    await pipeline(stream, file).catch((error: unknown) => (failed = error));
    if (failed === undefined) return offset + file.bytesWritten;
    throw ERRORS.FILE_WRITE_ERROR;
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

  async removeBytes(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
  }
}
