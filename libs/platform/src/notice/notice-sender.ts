import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { LessThanOrEqual } from 'typeorm';
import { ENVIRONMENT, type Environment } from '../config/environment.js';
import { Database, UnitOfWork } from '../database/unit-of-work.js';
import { systemActor } from '../http/actor-context.js';
import { Poller } from '../jobs/poller.js';
import { MAIL_GATEWAY, type MessageGateway, SMS_GATEWAY } from './gateway.js';
import { Notice } from './notice.entity.js';
import { isPermanent, MAX_ATTEMPTS, reasonOf, retryDelay } from './notice.rules.js';
import { renderNotice } from './notice.template.js';
import { NoticeSeal } from './notice-seal.js';
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
const FOOTERS = {
  zh: '本消息由系统自动发出，请勿回复。',
  en: 'This message was sent automatically; please do not reply.',
};

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

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
    private readonly seal: NoticeSeal,
    private readonly host: HttpAdapterHost,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
    @Inject(MAIL_GATEWAY) private readonly mail: MessageGateway,
    @Inject(SMS_GATEWAY) private readonly sms: MessageGateway,
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
    await Promise.all(claimed.map((notice) => this.deliver(notice)));
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
    await this.settle(notice, await this.attempt(notice)).catch((error: Error) =>
      this.logger.error(`Notice ${notice.id} could not be recorded`, error.stack),
    );
  }

  private async attempt(notice: Notice): Promise<Settlement> {
    if (notice.expiresAt !== null && notice.expiresAt <= new Date())
      return { state: 'failed', dueAt: null, reason: 'expired' };
    let address = '';
    try {
      const content = this.seal.open(notice.id, notice.sealed!);
      address = content.address;
      const { subject, text, short, path } = renderNotice(
        this.notices.template(notice.template),
        notice.locale,
        content.params,
      );
      const link = path === null ? '' : `\n\n${this.environment.publicUrl}${path}`;
      if (notice.channel === 'sms') await this.sms.send({ id: notice.id, to: address, subject: '', text: short });
      else
        await this.mail.send({
          id: notice.id,
          to: address,
          subject,
          text: `${text}${link}\n\n--\n${FOOTERS[notice.locale]}\n`,
        });
      return { state: 'sent', dueAt: null, reason: null };
    } catch (error) {
      const reason = reasonOf(error, address);
      this.logger.warn(`${notice.template} by ${notice.channel} (${notice.id}), attempt ${notice.attempts}: ${reason}`);
      const final = isPermanent(error) || notice.attempts >= MAX_ATTEMPTS;
      const dueAt = final ? null : new Date(Date.now() + retryDelay(notice.attempts) * 1000);
      return { state: final ? 'failed' : 'queued', dueAt, reason };
    }
  }

  private async settle(notice: Notice, { state, dueAt, reason }: Settlement): Promise<void> {
    const sealed = state === 'queued' ? notice.sealed : null;
    await this.uow.run(ACTOR, async (work) => {
      const values = [state, dueAt, reason, state === 'sent' ? work.now : null, sealed, notice.id, notice.attempts];
      if ((await work.execute(SETTLE, values)) !== 1 || state !== 'failed') return;
      await work.event({
        type: 'notice.failed',
        subjectType: 'notice',
        subjectId: notice.id,
        payload: { template: notice.template, channel: notice.channel, key: notice.noticeKey, reason },
      });
    });
  }
}
