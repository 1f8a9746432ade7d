import { setImmediate as nextTurn } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { LessThanOrEqual } from 'typeorm';
import { Database, UnitOfWork } from '../database/unit-of-work.js';
import type { Work } from '../database/work.js';
import { systemActor } from '../http/actor-context.js';
import { Poller } from '../jobs/poller.js';
import { Notice } from './notice.entity.js';
import { isPermanent, MAX_ATTEMPTS, retryDelay } from './notice.rules.js';
import { NoticeDelivery } from './notice-delivery.js';
import { Notices } from './notices.js';

const POLL_MS = 1000;
const BATCH = 20;
/** How long a server may take over what it claimed before another may claim it. */
const CLAIM_MS = 120_000;

const CLAIM = `UPDATE notices SET attempts = attempts + 1, dueAt = ?
  WHERE id = ? AND state = 'queued' AND attempts = ? AND dueAt <= ?`;
const SETTLE = `UPDATE notices SET state = ?, dueAt = ?, reason = ?, sentAt = ?, sealed = ?
  WHERE id = ? AND state = 'queued' AND attempts = ?`;

const ACTOR = systemActor('notices');

interface Settlement {
  state: Notice['state'];
  dueAt: Date | null;
  reason: string | null;
}

/**
 * Sends ordered notices, on any number of servers, each claimed by a conditional UPDATE. A temporary failure is tried
 * again with growing pauses; a refusal, the last try and an expiry are recorded, and told as the event `notice.failed`.
 * A server that dies between sending and recording sends again, under the same message id.
 */
@Injectable()
export class NoticeSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('NoticeSender');
  private readonly poller = new Poller('NoticeSender', POLL_MS, () => this.sendDue());
  /** And not recorded yet. */
  private readonly delivered: [Notice, Settlement][] = [];
  private recording: Promise<void> | null = null;

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
    private readonly delivery: NoticeDelivery,
    private readonly host: HttpAdapterHost,
  ) {}

  /** The command line loads the same modules and sends nothing. */
  onApplicationBootstrap(): void {
    if (this.host.httpAdapter) this.start();
  }

  start(): void {
    this.notices.onWake(() => this.poller.wake());
    this.poller.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.poller.stop();
  }

  /** Sends one batch of what is due; answers whether there may be more. */
  async sendDue(): Promise<boolean> {
    const due = await this.database.manager.find(Notice, {
      where: { state: 'queued', dueAt: LessThanOrEqual(new Date()) },
      order: { dueAt: 'ASC', id: 'ASC' },
      take: BATCH,
    });
    if (due.length === 0) return false;
    const claimed = await this.claim(due);
    const delivering: Promise<void>[] = [];
    for (const notice of claimed) {
      delivering.push(this.deliver(notice));
      // Wording a mail takes a while; others are answered between one and the next.
      await nextTurn();
    }
    await Promise.all(delivering);
    return due.length === BATCH;
  }

  private claim(due: Notice[]): Promise<Notice[]> {
    return this.uow.run(ACTOR, async (work) => {
      const claimed: Notice[] = [];
      for (const notice of due) {
        const until = new Date(work.now.getTime() + CLAIM_MS);
        if ((await work.execute(CLAIM, [until, notice.id, notice.attempts, work.now])) !== 1) continue;
        claimed.push({ ...notice, attempts: notice.attempts + 1 });
      }
      return claimed;
    });
  }

  private async deliver(notice: Notice): Promise<void> {
    this.delivered.push([notice, await this.attempt(notice)]);
    this.recording ??= this.record();
    await this.recording;
  }

  /** What is delivered while one transaction is under way is recorded by the next, so that others find connections free. */
  private async record(): Promise<void> {
    while (this.delivered.length > 0) {
      const part = this.delivered.splice(0);
      await this.uow
        .run(ACTOR, async (work) => {
          for (const [notice, settlement] of part) await this.settle(work, notice, settlement);
        })
        .catch((error: Error) =>
          this.logger.error(`Notices ${part.map(([{ id }]) => id).join(', ')} could not be recorded`, error.stack),
        );
    }
    this.recording = null;
  }

  private async attempt(notice: Notice): Promise<Settlement> {
    if (notice.expiresAt !== null && notice.expiresAt <= new Date())
      return { state: 'failed', dueAt: null, reason: 'expired' };
    const failed = await this.delivery.attempt(notice);
    if (!failed) return { state: 'sent', dueAt: null, reason: null };
    const { error, reason } = failed;
    this.logger.warn(`${notice.template} by ${notice.channel} (${notice.id}), attempt ${notice.attempts}: ${reason}`);
    const final = isPermanent(error) || notice.attempts >= MAX_ATTEMPTS;
    const dueAt = final ? null : new Date(Date.now() + retryDelay(notice.attempts) * 1000);
    return { state: final ? 'failed' : 'queued', dueAt, reason };
  }

  private async settle(work: Work, notice: Notice, { state, dueAt, reason }: Settlement): Promise<void> {
    const sealed = state === 'queued' ? notice.sealed : null;
    const values = [state, dueAt, reason, state === 'sent' ? work.now : null, sealed, notice.id, notice.attempts];
    if ((await work.execute(SETTLE, values)) !== 1 || state !== 'failed') return;
    await work.event({
      type: 'notice.failed',
      subjectType: 'notice',
      subjectId: notice.id,
      payload: { template: notice.template, channel: notice.channel, key: notice.noticeKey, reason },
    });
  }
}
