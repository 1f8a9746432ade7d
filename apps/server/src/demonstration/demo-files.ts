import { createHash } from 'node:crypto';
import { FileStorage, StoredFile } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { Load } from './load.js';

const AT_ONCE = 32;
const TYPE = 'application/pdf';

/** A paper of the demonstration and what it is put to use for. */
export interface Paper {
  purpose: string;
  name: string;
  ownerId: string;
  subjectType: string;
  subjectId: string;
  at: Date;
  content: Buffer;
}

/** Puts papers where uploaded files lie. */
@Injectable()
export class DemoFiles {
  constructor(private readonly storage: FileStorage) {}

  /** Stores the papers; answers their files, in the same order. Rows first: what is cut off can be found and cleared. */
  async store(load: Load, papers: readonly Paper[]): Promise<StoredFile[]> {
    const files = papers.map(({ content, at, ...paper }): StoredFile => {
      const id = load.id(at);
      return {
        ...paper,
        id,
        size: content.length,
        type: TYPE,
        sha256: createHash('sha256').update(content).digest('hex'),
        state: 'ready',
        errorCode: null,
        errorParams: null,
        storageKey: `demonstration/${id.slice(-2)}/${id}`,
        createdAt: at,
        expiresAt: null,
      };
    });
    await load.insert(StoredFile, files);
    for (let start = 0; start < files.length; start += AT_ONCE) {
      const part = files.slice(start, start + AT_ONCE);
      await Promise.all(
        part.map(({ storageKey }, index) => this.storage.put(storageKey!, papers[start + index]!.content, TYPE)),
      );
      load.count(part.length);
    }
    return files;
  }

  /** Removes the bytes of files whose rows are gone. */
  async remove(storageKeys: readonly string[]): Promise<void> {
    for (let start = 0; start < storageKeys.length; start += AT_ONCE)
      await Promise.all(storageKeys.slice(start, start + AT_ONCE).map((key) => this.storage.remove(key)));
  }
}
