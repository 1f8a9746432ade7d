import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { isDuplicateKey } from '../query-failure.js';
import type { Work } from '../work.js';
import { aes256Gcm, open, seal } from './cipher.js';
import type { SealedValues } from './sealed.js';
import { SecretBox } from './secret-box.js';
import { SubjectKey } from './subject-key.entity.js';

const KEYS_REMEMBERED = 5000;

interface KeyRow {
  personId: string;
  wrapped: string | null;
}

const FIND_KEYS = (count: number) =>
  `SELECT personId, wrapped FROM subject_keys WHERE personId IN (${Array(count).fill('?').join()})`;
const wrapContext = (personId: string) => `subject-key:${personId}`;

/** Keeps values under one key per person, so that erasing the key erases them wherever they were copied. */
@Injectable()
export class PersonalVault {
  /** Ready for the cipher, which takes twice as long with plain bytes. */
  private readonly keys = new Map<string, KeyObject>();
  /** What was read in a unit of work that is open still. */
  private readonly found = new WeakMap<Work, Map<string, KeyObject>>();
  /** Keys for opening, each with what it was unwrapped from: used only where just that was found stored. */
  private readonly unwrapped = new Map<string, { wrapped: string; key: KeyObject }>();

  constructor(private readonly box: SecretBox) {}

  /** Seals values in the open unit of work; null where the person's key was erased, so that nothing may be kept. */
  async seal(work: Work, personId: string, values: unknown, context: string): Promise<SealedValues | null> {
    const key = this.keys.get(personId) ?? this.found.get(work)?.get(personId) ?? (await this.keyOf(work, personId));
    if (key === null) return null;
    return { personId, box: seal(key, Buffer.from(JSON.stringify(values)), context) };
  }

  /** Erases a person's key: what was sealed under it can be read by nobody again. */
  async erase(work: Work, personId: string): Promise<void> {
    const erased = { wrapped: null, erasedAt: work.now };
    const { affected } = await work.manager.update(SubjectKey, { personId }, erased);
    if (affected !== 1) await work.manager.insert(SubjectKey, { personId, createdAt: work.now, ...erased });
    this.forget(personId);
    this.found.get(work)?.delete(personId);
    work.afterCommit(() => this.forget(personId));
  }

  /**
   * Reads the keys of these persons as `reader` sees them. What is answered opens values that were sealed under one of them, in
   * their context; null where the key was erased.
   */
  async opener(
    reader: Pick<Work, 'query'>,
    personIds: Iterable<string>,
  ): Promise<(sealed: SealedValues & { context: string }) => Record<string, unknown> | null> {
    const ids = [...new Set(personIds)];
    const rows = ids.length === 0 ? [] : await reader.query<KeyRow>(FIND_KEYS(ids.length), ids);
    const keys = new Map<string, KeyObject>();
    for (const { personId, wrapped } of rows)
      if (wrapped !== null) keys.set(personId, this.readyKey(personId, wrapped));
    return ({ personId, box, context }) => {
      const key = keys.get(personId);
      return key === undefined
        ? null
        : (JSON.parse(open(key, box, context).toString('utf8')) as Record<string, unknown>);
    };
  }

  private async keyOf(work: Work, personId: string): Promise<KeyObject | null> {
    const stored = await this.find(work, personId);
    if (stored !== undefined) return this.remember(work, personId, stored);
    const key = randomBytes(aes256Gcm.keyLength);
    try {
      const wrapped = this.box.seal(key, wrapContext(personId));
      await work.manager.insert(SubjectKey, { personId, wrapped, createdAt: work.now, erasedAt: null });
      return this.remember(work, personId, key);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return this.remember(work, personId, (await this.find(work, personId)) ?? null);
    }
  }

  private async find(work: Work, personId: string): Promise<Buffer | null | undefined> {
    const [row] = await work.query<{ wrapped: string | null }>('SELECT wrapped FROM subject_keys WHERE personId = ?', [
      personId,
    ]);
    if (row === undefined) return undefined;
    return row.wrapped === null ? null : this.unwrap(personId, row.wrapped);
  }

  /** Only after the commit: a key whose row rolled back would open nothing later. */
  private remember(work: Work, personId: string, stored: Buffer | null): KeyObject | null {
    if (stored === null) return null;
    const key = createSecretKey(stored);
    const found = this.found.get(work) ?? new Map<string, KeyObject>();
    this.found.set(work, found.set(personId, key));
    work.afterCommit(() => {
      if (this.keys.size >= KEYS_REMEMBERED) this.keys.clear();
      this.keys.set(personId, key);
    });
    return key;
  }

  private readyKey(personId: string, wrapped: string): KeyObject {
    const held = this.unwrapped.get(personId);
    if (held?.wrapped === wrapped) return held.key;
    const key = createSecretKey(this.unwrap(personId, wrapped));
    if (this.unwrapped.size >= KEYS_REMEMBERED) this.unwrapped.clear();
    this.unwrapped.set(personId, { wrapped, key });
    return key;
  }

  private forget(personId: string): void {
    this.keys.delete(personId);
    this.unwrapped.delete(personId);
  }

  private unwrap(personId: string, wrapped: string): Buffer {
    return this.box.open(wrapped, wrapContext(personId));
  }
}
