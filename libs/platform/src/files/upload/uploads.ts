import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { type Actor, failure } from '@haishi/contracts';
import { Failure, isId, newId } from '@haishi/kernel';
import { In, IsNull, LessThanOrEqual } from 'typeorm';
import { Database, UnitOfWork } from '../../database/unit-of-work.js';
import { systemActor } from '../../http/actor-context.js';
import { withFileSource } from '../../documents/zip.reader.js';
import type { FileType } from '../content/file-types.js';
import { inspectFile } from '../content/inspect.js';
import type { SeenContent } from '../content/seen-content.js';
import { StoredFile } from '../file.entity.js';
import { cleanName, nameForType } from '../file.rules.js';
import { FilePolicies } from '../file-policies.js';
import { FileStorage } from '../file-storage.js';
import { storageKeyOf } from '../files.service.js';
import { UploadStore } from './upload-store.js';
import { sizeText } from '../../documents/size-text.js';

const PARTIAL_MS = 24 * 3600 * 1000;
const UNUSED_MS = 48 * 3600 * 1000;
/** Long after anything here can still be of use. */
const LEFT_MS = 2 * PARTIAL_MS;
/** What one person may hold of uploads that are in no use. */
const MAX_UNUSED = 40;
const MAX_UNUSED_BYTES = 1 << 30;

/** Bytes. */
const READ_AT_ONCE = 1 << 20;

const ACTOR = systemActor('uploads');

/** What a client says of a file before it sends it. */
export interface UploadAnnouncement {
  purpose: string | undefined;
  name: string | undefined;
  size: number | undefined;
}

interface Opening {
  actor: Actor;
  purpose: string;
  name: string;
}

/** Uploads from their announcement to a checked file in the storage. */
@Injectable()
export class Uploads {
  readonly store: UploadStore;
  private readonly opening = new AsyncLocalStorage<Opening>();
  /** Checks that are under way, by their upload. */
  private readonly checks = new Map<string, Promise<void>>();
  /** Content is looked at one file at a time, so that memory and processor stay free for the rest. */
  private looks: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly policies: FilePolicies,
    private readonly storage: FileStorage,
  ) {
    this.store = new UploadStore(storage.incomingFolder, {
      enter: (id, size) => this.enter(id, size),
      find: (id) => this.database.manager.findOneBy(StoredFile, { id }),
      remove: (id) => this.forget(id),
    });
  }

  /**
   * Runs `proceed`, in which one upload may be created, where the announcement is within the purpose's limits.
   * @throws Failure naming what is wrong with it
   */
  async announce<Result>(actor: Actor, announced: UploadAnnouncement, proceed: () => Promise<Result>): Promise<Result> {
    const policy = this.policies.find(announced.purpose ?? '');
    if (!policy) throw failure('files.unknown_purpose', { field: 'purpose' });
    const name = cleanName(announced.name ?? '');
    if (name === '') throw failure('files.name_required', { field: 'filename' });
    if (announced.size === undefined) throw failure('files.size_required');
    if (announced.size === 0) throw failure('files.empty');
    if (announced.size > policy.maxBytes)
      throw failure('files.too_large', { params: { max: sizeText(policy.maxBytes) } });
    await this.assertRoom(actor, announced.size);
    return this.opening.run({ actor, purpose: policy.purpose, name }, proceed);
  }

  /** @throws Failure `common.not_found` for another person's upload, `files.expired`, or why it was rejected */
  async assertOwn(actor: Actor, id: string): Promise<void> {
    const file = isId(id) ? await this.database.manager.findOneBy(StoredFile, { id }) : null;
    if (!file || file.ownerId !== actor.id) throw failure('common.not_found');
    if (file.state === 'uploading' && file.expiresAt !== null && file.expiresAt <= new Date())
      throw failure('files.expired');
    if (file.state === 'uploading' && (await this.store.length(id)) === file.size) await this.finish(actor, id);
    else if (file.state === 'rejected') throw rejection(file);
  }

  /** Checks an upload that has arrived whole; once for all who ask meanwhile. @throws Failure why it was rejected */
  finish(actor: Actor, id: string): Promise<void> {
    const running = this.checks.get(id);
    if (running) return running;
    const check = this.check(actor, id).finally(() => this.checks.delete(id));
    this.checks.set(id, check);
    return check;
  }

  /** Removes uploads that never arrived, and checks those whose server died before it could. */
  async sweep(now: Date): Promise<void> {
    const held = await this.database.manager.find(StoredFile, {
      where: { state: 'uploading' },
      order: { id: 'ASC' },
      take: 500,
    });
    for (const { id, size } of held)
      if ((await this.store.length(id)) === size) await this.finish(ACTOR, id).catch((error) => ignoreRejection(error));
    const expired = await this.database.manager.find(StoredFile, {
      where: { state: 'uploading', expiresAt: LessThanOrEqual(now) },
      take: 500,
    });
    for (const { id } of expired) await this.store.remove(id);
    await this.store.removeLeftovers(new Date(now.getTime() - LEFT_MS));
  }

  private async enter(id: string, size: number): Promise<void> {
    const { actor, purpose, name } = this.opening.getStore()!;
    await this.uow.run(actor, (work) =>
      work.manager.insert(StoredFile, {
        id,
        ownerId: actor.id,
        purpose,
        name,
        size,
        type: '',
        state: 'uploading',
        createdAt: work.now,
        expiresAt: new Date(work.now.getTime() + PARTIAL_MS),
      }),
    );
  }

  /** Removes what the owner no longer wants; what is in use stays. */
  private async forget(id: string): Promise<void> {
    const file = await this.database.manager.findOneBy(StoredFile, { id });
    if (!file) return;
    const { affected } = await this.uow.run(ACTOR, (work) =>
      work.manager.delete(StoredFile, { id, subjectId: IsNull() }),
    );
    if (affected !== 1) throw failure('files.already_used');
    if (file.storageKey !== null) await this.storage.remove(file.storageKey);
  }

  private async assertRoom(actor: Actor, size: number): Promise<void> {
    const unused = await this.database.manager.find(StoredFile, {
      where: { ownerId: actor.id, state: In(['uploading', 'ready']), subjectId: IsNull() },
      order: { expiresAt: 'ASC', id: 'ASC' },
    });
    const bytes = unused.reduce((sum, file) => sum + file.size, size);
    if (unused.length < MAX_UNUSED && bytes <= MAX_UNUSED_BYTES) return;
    const [first] = unused;
    const left = first?.expiresAt ? first.expiresAt.getTime() - Date.now() : UNUSED_MS;
    throw failure('files.too_many_open', {
      params: {
        count: unused.length,
        names: unused.slice(0, 3).map(({ name }) => name),
        hours: Math.max(1, Math.ceil(left / 3600_000)),
      },
    });
  }

  /** Looks at bytes that no request can still write to. */
  private async check(actor: Actor, id: string): Promise<void> {
    const file = await this.database.manager.findOneBy(StoredFile, { id });
    if (!file) throw failure('common.not_found');
    if (file.state === 'rejected') throw rejection(file);
    if (file.state === 'ready' || (await this.store.length(id)) !== file.size) return;
    const copy = `${this.store.path(id)}.${newId()}`;
    try {
      const seen = await this.store.seal(id, file.size, copy);
      const type = await this.look(copy, file, seen);
      const sha256 = seen?.sha256 ?? (await hashOf(copy));
      const storageKey = storageKeyOf(id);
      await this.storage.take(copy, storageKey, type);
      if (!(await this.accept(actor, file, { type, sha256, storageKey, name: nameForType(file.name, type) })))
        await this.storage.remove(storageKey);
    } catch (error) {
      if (error instanceof Failure) await this.reject(actor, file, error);
      throw error;
    } finally {
      await rm(copy, { force: true });
    }
    await this.store.removeBytes(id);
  }

  private look(path: string, { purpose }: StoredFile, seen: SeenContent | undefined): Promise<FileType> {
    const allowed = this.policies.find(purpose)?.types ?? [];
    const turn = this.looks.then(() => inspectFile(path, allowed, seen));
    this.looks = turn.catch(() => {});
    return turn;
  }

  private accept(
    actor: Actor,
    file: StoredFile,
    checked: Pick<StoredFile, 'type' | 'sha256' | 'storageKey' | 'name'>,
  ): Promise<boolean> {
    const { id, ownerId, purpose, size } = file;
    return this.uow.run(actor, async (work) => {
      const ready = { ...checked, state: 'ready' as const, expiresAt: new Date(work.now.getTime() + UNUSED_MS) };
      const { affected } = await work.manager.update(StoredFile, { id, state: 'uploading' }, ready);
      if (affected !== 1) return false;
      const payload = { ownerId, purpose, size, type: checked.type, sha256: checked.sha256 };
      await work.event({ type: 'file.uploaded', subjectType: 'file', subjectId: id, payload });
      return true;
    });
  }

  private async reject(actor: Actor, file: StoredFile, reason: Failure): Promise<void> {
    const { id, ownerId, purpose } = file;
    await this.uow.run(actor, async (work) => {
      const rejected = {
        state: 'rejected' as const,
        errorCode: reason.code,
        errorParams: reason.details.params ?? null,
      };
      const { affected } = await work.manager.update(StoredFile, { id, state: 'uploading' }, rejected);
      if (affected !== 1) return;
      await work.event({
        type: 'file.rejected',
        subjectType: 'file',
        subjectId: id,
        payload: { ownerId, purpose, code: reason.code },
      });
    });
    await this.store.removeBytes(id);
  }
}

function rejection(file: StoredFile): Failure {
  return failure(file.errorCode as Parameters<typeof failure>[0], { params: file.errorParams ?? {} });
}

function ignoreRejection(error: unknown): void {
  if (!(error instanceof Failure)) throw error;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  const held = Buffer.allocUnsafe(READ_AT_ONCE);
  await withFileSource(path, async (source) => {
    for (let at = 0; at < source.size; at += READ_AT_ONCE) hash.update(await source.read(at, READ_AT_ONCE, held));
  });
  return hash.digest('hex');
}
