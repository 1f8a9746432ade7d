import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type Actor, failure } from '@haishi/contracts';
import { Failure, isId, newId } from '@haishi/kernel';
import { In, IsNull, Not } from 'typeorm';
import { Database, UnitOfWork } from '../database/unit-of-work.js';
import type { Work } from '../database/work.js';
import { readTable } from '../documents/table.js';
import type { TableLimits } from '../documents/xlsx.reader.js';
import type { FileType } from './content/file-types.js';
import { type FileState, StoredFile } from './file.entity.js';
import { cleanName, nameForType } from './file.rules.js';
import { FileAccess, FilePolicies } from './file-policies.js';
import { FileStorage } from './file-storage.js';

/** How long a file stays that nothing uses. */
const UNUSED_MS = 48 * 3600 * 1000;
const REMOVED_AT_ONCE = 200;

export interface FileUse {
  purpose: string;
  /** What it is used for, such as `project` and the project's id. */
  subjectType: string;
  subjectId: string;
  /** The field of the input that named the file, for the failure. */
  field?: string;
}

export interface MadeFile {
  purpose: string;
  name: string;
  type: FileType;
  content: Buffer;
  /** Where it is for good; otherwise it goes after two days. */
  subject?: { type: string; id: string };
}

/** Files as domains use them. */
@Injectable()
export class FilesService {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly storage: FileStorage,
    private readonly policies: FilePolicies,
    private readonly access: FileAccess,
  ) {}

  /**
   * Puts a file that the actor uploaded for this purpose to use in the open transaction; again for the same is fine.
   * @throws Failure `files.not_usable`, `files.not_ready`, `files.already_used`, or why the file was rejected
   */
  async attach(work: Work, fileId: string, use: FileUse): Promise<StoredFile> {
    const field = use.field === undefined ? {} : { field: use.field };
    const file = isId(fileId) ? await work.manager.findOneBy(StoredFile, { id: fileId }) : null;
    if (!file || file.ownerId !== work.actor.id || file.purpose !== use.purpose)
      throw failure('files.not_usable', field);
    assertReady(file, field);
    if (file.subjectType === use.subjectType && file.subjectId === use.subjectId) return file;
    const inUse = { subjectType: use.subjectType, subjectId: use.subjectId, expiresAt: null };
    const { affected } = await work.manager.update(
      StoredFile,
      { id: fileId, state: 'ready', subjectId: IsNull() },
      inUse,
    );
    if (affected !== 1) throw failure('files.already_used', field);
    await work.event({
      type: 'file.attached',
      subjectType: 'file',
      subjectId: fileId,
      payload: { purpose: use.purpose, usedFor: use.subjectType, usedForId: use.subjectId, sha256: file.sha256 },
    });
    return { ...file, ...inUse };
  }

  /** Ends the use of a file, which is removed two days later; nothing where it is used for something else. */
  async detach(work: Work, fileId: string, use: Pick<FileUse, 'subjectType' | 'subjectId'>): Promise<void> {
    await work.manager.update(
      StoredFile,
      { id: fileId, subjectType: use.subjectType, subjectId: use.subjectId },
      { subjectType: null, subjectId: null, expiresAt: new Date(work.now.getTime() + UNUSED_MS) },
    );
  }

  /** Makes all files used for something but those of `except` another person's, as who uploaded them no longer has to do with it. */
  async handOver(
    work: Work,
    use: Pick<FileUse, 'subjectType' | 'subjectId'>,
    ownerId: string,
    except: readonly string[],
  ): Promise<void> {
    const { subjectType, subjectId } = use;
    await work.manager.update(StoredFile, { subjectType, subjectId, id: Not(In([...except])) }, { ownerId });
  }

  /** The files used for something, the oldest first. */
  usedFor(subjectType: string, subjectId: string): Promise<StoredFile[]> {
    return this.database.manager.find(StoredFile, { where: { subjectType, subjectId }, order: { id: 'ASC' } });
  }

  /** A file as `actor` may know it, whatever its state. @throws Failure `common.not_found` where they may not */
  async find(actor: Actor, id: string): Promise<StoredFile> {
    const file = isId(id) ? await this.database.manager.findOneBy(StoredFile, { id }) : null;
    if (!file || !(await this.access.mayRead(actor, file))) throw failure('common.not_found');
    return file;
  }

  /** A ready file and its bytes, as they come. A look at personal data by another than the owner is recorded first. */
  async open(actor: Actor, id: string): Promise<{ file: StoredFile; content: Readable }> {
    return this.openAllowed(actor, await this.find(actor, id));
  }

  /** {@link open} a file on the decision of the domain that asks, whatever {@link FileAccess} says. */
  async openById(actor: Actor, id: string): Promise<{ file: StoredFile; content: Readable }> {
    return this.openAllowed(actor, await this.database.manager.findOneByOrFail(StoredFile, { id }));
  }

  private async openAllowed(actor: Actor, file: StoredFile): Promise<{ file: StoredFile; content: Readable }> {
    assertReady(file, {});
    if (this.policies.find(file.purpose)?.personal && file.ownerId !== actor.id) {
      await this.uow.run(actor, (work) =>
        work.event({
          type: 'file.downloaded',
          subjectType: 'file',
          subjectId: file.id,
          payload: { purpose: file.purpose },
        }),
      );
    }
    return { file, content: await this.storage.stream(file.storageKey!) };
  }

  /** All bytes of a ready file, for a job that reads it; its purpose bounds how many. */
  async read(id: string): Promise<Buffer> {
    const file = await this.database.manager.findOneByOrFail(StoredFile, { id });
    assertReady(file, {});
    return this.storage.bytes(file.storageKey!);
  }

  /** The table that a file is, which an input named as its `fileId`. Fails as {@link readTable} does, and names that field. */
  async table(fileId: string, limits: TableLimits): Promise<string[][]> {
    try {
      return await readTable(await this.read(fileId), limits);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      throw new Failure(error.kind, error.code, { ...error.details, field: 'fileId' });
    }
  }

  /** Keeps a file that the program made for `actor`, such as an export. */
  async keep(actor: Actor, made: MadeFile): Promise<StoredFile> {
    const id = newId();
    const { content, subject } = made;
    const storageKey = storageKeyOf(id);
    await this.storage.put(storageKey, content, made.type);
    const now = new Date();
    const file: StoredFile = {
      id,
      ownerId: actor.id,
      purpose: made.purpose,
      name: nameForType(cleanName(made.name), made.type),
      size: content.length,
      type: made.type,
      sha256: createHash('sha256').update(content).digest('hex'),
      state: 'ready',
      errorCode: null,
      errorParams: null,
      storageKey,
      subjectType: subject?.type ?? null,
      subjectId: subject?.id ?? null,
      createdAt: now,
      expiresAt: subject ? null : new Date(now.getTime() + UNUSED_MS),
    };
    await this.uow.run(actor, (work) => work.manager.insert(StoredFile, file as never));
    return file;
  }

  /** Removes expired files that are in no use, row first, so that nothing can take one that is going. */
  async removeExpired(actor: Actor, now: Date): Promise<number> {
    const expired = await this.database.manager
      .createQueryBuilder(StoredFile, 'file')
      .where('file.expiresAt <= :now AND file.state <> :uploading', { now, uploading: 'uploading' satisfies FileState })
      .limit(REMOVED_AT_ONCE)
      .getMany();
    for (const { id, storageKey } of expired) {
      const { affected } = await this.uow.run(actor, (work) =>
        work.manager.delete(StoredFile, { id, subjectId: IsNull(), expiresAt: Not(IsNull()) }),
      );
      if (affected === 1 && storageKey !== null) await this.storage.remove(storageKey);
    }
    return expired.length;
  }
}

/** Where a file's bytes lie; a copy of its own for each check, so that two that race never share one. */
export function storageKeyOf(id: string): string {
  return `${id.slice(0, 8)}/${id}/${newId()}`;
}

function assertReady(file: StoredFile, details: { field?: string }): void {
  if (file.state === 'rejected')
    throw failure(file.errorCode as Parameters<typeof failure>[0], { ...details, params: file.errorParams ?? {} });
  if (file.state !== 'ready') throw failure('files.not_ready', details);
}
