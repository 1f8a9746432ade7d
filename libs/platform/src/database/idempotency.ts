import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { failure } from '@haishi/contracts';
import { LessThan } from 'typeorm';
import { IdempotencyKey } from './idempotency.entity.js';
import { isDuplicateKey, TransactionLostError } from './query-failure.js';
import type { Work } from './work.js';

/** A request that may be repeated. */
export interface RepeatableRequest {
  /** Made by the client, one per intended change; at most 100 characters. */
  key: string;
  /** What the request asks for, from {@link hashRequest}: a key stands for one content. */
  hash: string;
}

export interface StoredResponse {
  status: number;
  body: unknown;
}

/** How long a key is remembered, in milliseconds. */
const KEPT_MS = 24 * 3_600_000;
const PRUNE_ONE_IN = 200;

/** The SHA-256 of a request's route and content. */
export function hashRequest(...parts: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Remembers answers by the caller's key, in the same transaction as the change: both are there, or neither. */
@Injectable()
export class IdempotencyStore {
  /**
   * Runs `act` once for each actor and key, and answers repetitions with what it answered then.
   * A request that fails is not remembered, so that it may be tried again.
   * @throws Failure `common.key_reused` where the key stands for another content
   */
  async once(
    work: Work,
    { key, hash }: RepeatableRequest,
    act: () => Promise<StoredResponse>,
  ): Promise<StoredResponse & { replayed: boolean }> {
    const known = await work.manager.findOneBy(IdempotencyKey, { actorId: work.actor.id, requestKey: key });
    if (known && known.expiresAt > work.now) {
      if (known.requestHash !== hash) throw failure('common.key_reused');
      return { status: known.status, body: known.body, replayed: true };
    }
    if (known) await work.manager.delete(IdempotencyKey, { actorId: known.actorId, requestKey: key });
    const response = await act();
    await this.remember(work, { key, hash }, response);
    return { ...response, replayed: false };
  }

  private async remember(
    work: Work,
    { key, hash }: RepeatableRequest,
    { status, body }: StoredResponse,
  ): Promise<void> {
    const expiresAt = new Date(work.now.getTime() + KEPT_MS);
    try {
      const row = {
        actorId: work.actor.id,
        requestKey: key,
        requestHash: hash,
        status,
        body: (body ?? null) as never,
        expiresAt,
      };
      await work.manager.insert(IdempotencyKey, row);
    } catch (error) {
      // Its twin on another connection was first: run again, and find the twin's answer.
      if (isDuplicateKey(error)) throw new TransactionLostError('Another request with the same key was first.');
      throw error;
    }
    if (Math.random() * PRUNE_ONE_IN < 1) await work.manager.delete(IdempotencyKey, { expiresAt: LessThan(work.now) });
  }
}
