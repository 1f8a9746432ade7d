import type { Readable } from 'node:stream';
import type { Actor } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { hasMetadata, withoutMetadata } from './content/metadata.js';
import type { StoredFile } from './file.entity.js';
import { FileStorage } from './file-storage.js';
import { FilesService } from './files.service.js';

/**
 * Files without what their formats say of who made them. A copy of each is made as it is first asked for, one file after another, and kept
 * beside it: however many read at once, no more than one file is held in memory whole.
 */
@Injectable()
export class BareFiles {
  private making: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly files: FilesService,
    private readonly storage: FileStorage,
  ) {}

  /** As {@link FilesService.openById}; `size` in bytes is that of what comes. */
  async openById(actor: Actor, id: string): Promise<{ file: StoredFile; size: number; content: Readable }> {
    const { file, content } = await this.files.openById(actor, id);
    if (!hasMetadata(file.type)) return { file, size: file.size, content };
    content.destroy();
    const next = this.making.then(() => this.storage.bare(file.storageKey!, file.type, withoutMetadata));
    this.making = next.catch(() => undefined);
    return { file, ...(await next) };
  }
}
