import { Inject, Injectable } from '@nestjs/common';
import { failure } from '@haishi/contracts';
import { LessThan } from 'typeorm';
import { ENVIRONMENT, type Environment } from '../config/environment.js';
import { isDuplicateKey } from '../database/query-failure.js';
import { Database, UnitOfWork } from '../database/unit-of-work.js';
import { systemActor } from '../http/actor-context.js';
import { type Page, readCursor, toPage } from '../http/paging.js';
import { CaughtMessage } from './caught-message.entity.js';
import type { MessageGateway, OutgoingMessage } from './gateway.js';

const ACTOR = systemActor('notices');

/** What was caught instead of sent. Readable by anyone, and therefore only on the embedded default outside production. */
@Injectable()
export class CaughtMessages {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** A gateway that keeps the messages of one channel. */
  gateway(channel: CaughtMessage['channel']): MessageGateway {
    return { send: (message) => this.keep(channel, message) };
  }

  /** The newest first. @throws Failure `common.not_found` where nothing is caught or this is no demonstration machine */
  async list(filter: { to?: string; cursor?: string; limit?: number }): Promise<Page<CaughtMessage>> {
    this.assertShown();
    const limit = filter.limit ?? 50;
    const query = this.database.manager
      .createQueryBuilder(CaughtMessage, 'message')
      .orderBy('message.id', 'DESC')
      .limit(limit + 1);
    if (filter.to) query.andWhere('message.recipient = :to', { to: filter.to });
    if (filter.cursor) query.andWhere('message.id < :before', { before: readCursor(filter.cursor, 1)[0] });
    return toPage(
      await query.getMany(),
      limit,
      (message) => [message.id],
      (message) => message,
    );
  }

  async one(id: string): Promise<CaughtMessage> {
    this.assertShown();
    const message = await this.database.manager.findOneBy(CaughtMessage, { id });
    if (!message) throw failure('common.not_found');
    return message;
  }

  async removeBefore(instant: Date): Promise<void> {
    await this.uow.run(ACTOR, (work) => work.manager.delete(CaughtMessage, { at: LessThan(instant) }));
  }

  private assertShown(): void {
    const { production, databaseUrl, smtpUrl, smsUrl } = this.environment;
    const caught = smtpUrl === undefined || smsUrl === undefined;
    if (production || databaseUrl !== undefined || !caught) throw failure('common.not_found');
  }

  private async keep(channel: CaughtMessage['channel'], { id, to, subject, text }: OutgoingMessage): Promise<void> {
    try {
      await this.uow.run(ACTOR, (work) =>
        work.manager.insert(CaughtMessage, {
          id,
          channel,
          recipient: to,
          subject: subject.slice(0, 400),
          body: text,
          at: work.now,
        }),
      );
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
