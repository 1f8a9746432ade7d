import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import { newId } from '@haishi/kernel';
import { ENVIRONMENT, type Environment } from '../config/environment.js';
import { keepNames } from './keep-names.js';

/** Beside a file, the copy that does not say who made it; another number where it is made otherwise. */
const BARE = '.bare1';

/**
 * Where checked files lie: a folder, or an S3-compatible store. What is on its way lies in a folder of its own, which
 * several servers share where one upload may reach any of them.
 */
@Injectable()
export class FileStorage implements OnModuleInit {
  private disk: Disk;
  private readonly folder: string;

  constructor(@Inject(ENVIRONMENT) private readonly environment: Environment) {
    this.folder = join(environment.dataFolder, 'files');
  }

  async onModuleInit(): Promise<void> {
    this.disk = await openDisk(this.environment, this.folder);
    await mkdir(this.incomingFolder, { recursive: true });
  }

  /** Where the bytes of unfinished uploads lie. */
  get incomingFolder(): string {
    return join(this.environment.dataFolder, 'uploads');
  }

  /** Takes over the file at `path`, which is gone afterwards. What was on the disk before stays there without being copied. */
  async take(path: string, key: string, contentType: string): Promise<void> {
    if (this.environment.s3 === undefined && (await moved(path, join(this.folder, key)))) return;
    await this.disk.moveFromFs(path, key, { contentType });
  }

  put(key: string, content: Uint8Array, contentType: string): Promise<void> {
    return this.disk.put(key, content, { contentType });
  }

  stream(key: string): Promise<Readable> {
    return this.disk.getStream(key);
  }

  async bytes(key: string): Promise<Buffer> {
    return Buffer.from(await this.disk.getBytes(key));
  }

  /** What `make` makes of the bytes at `key`, and how much that is: made once, and kept beside them as long as they are there. */
  async bare(
    key: string,
    contentType: string,
    make: (contentType: string, content: Buffer) => Promise<Buffer>,
  ): Promise<{ size: number; content: Readable }> {
    const copy = key + BARE;
    if (!(await this.disk.exists(copy))) {
      const fresh = `${copy}.${newId()}`;
      await this.disk.put(fresh, await make(contentType, await this.bytes(key)), { contentType });
      await this.disk.move(fresh, copy);
    }
    const { contentLength: size } = await this.disk.getMetaData(copy);
    return { size, content: await this.disk.getStream(copy) };
  }

  /** Removes what is there, with what was made of it; nothing where there is nothing. */
  async remove(key: string): Promise<void> {
    await this.disk.delete(key);
    await this.disk.delete(key + BARE);
  }
}

/** Renames what lies on the same file system as `to`, and sees the new name to the disk; answers whether it could. */
async function moved(from: string, to: string): Promise<boolean> {
  const folder = dirname(to);
  await mkdir(folder, { recursive: true });
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EXDEV') return false;
    throw error;
  }
  await keepNames(folder);
  return true;
}

/** The client of object storage is loaded only where it is used: it is large. */
async function openDisk({ s3 }: Environment, folder: string): Promise<Disk> {
  if (s3 === undefined) return new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  const { S3Driver } = await import('flydrive/drivers/s3');
  const { endpoint, region, bucket, accessKeyId, secretAccessKey } = s3;
  return new Disk(
    new S3Driver({
      region,
      bucket,
      credentials: { accessKeyId, secretAccessKey },
      ...(endpoint === '' ? {} : { endpoint, forcePathStyle: true }),
      // Stores other than Amazon's know only the checksums that an operation demands.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      visibility: 'private',
      supportsACL: false,
    }),
  );
}
