import { Injectable } from '@nestjs/common';
import type { Locale } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { In } from 'typeorm';
import { isDuplicateKey } from '../database/query-failure.js';
import { Database } from '../database/unit-of-work.js';
import type { Work } from '../database/work.js';
import { Notice, type NoticeState } from './notice.entity.js';
import { maskAddress } from './notice.rules.js';
import { type NoticeChannel, type NoticeParams, type NoticeTemplate, parametersOf } from './notice.template.js';
import { NoticeSeal } from './notice-seal.js';

/** Whom a notice goes to; by each of the channels of its template for which something is given here. */
export interface NoticeRecipient {
  /** Gets it in the inbox. */
  personId?: string | null | undefined;
  mail?: string | null | undefined;
  phone?: string | null | undefined;
  locale: Locale;
}

export interface NoticeOrder {
  /** The name of a registered template. */
  template: string;
  to: NoticeRecipient;
  params: NoticeParams;
  /** At most 160 characters: what it is about and for whom, such as `project.returned:<event>:<person>`. */
  key: string;
  /** After this moment it is not sent any more. */
  expiresAt?: Date;
}

/** What became of a notice by one channel. */
export interface NoticeOutcome {
  key: string;
  channel: NoticeChannel;
  state: NoticeState;
  reason: string | null;
}

/** Where domains register their templates, in `onModuleInit`, and send. */
@Injectable()
export class Notices {
  private readonly templates = new Map<string, NoticeTemplate>();
  private listener: () => void = () => {};

  constructor(
    private readonly database: Database,
    private readonly seal: NoticeSeal,
  ) {}

  /** @throws Error where another template has that name */
  register(...templates: readonly NoticeTemplate[]): void {
    for (const template of templates) {
      if (this.templates.has(template.name)) throw new Error(`There are two notices named ${template.name}.`);
      this.templates.set(template.name, template);
    }
  }

  /** @throws Error where there is no such template */
  template(name: string): NoticeTemplate {
    const template = this.templates.get(name);
    if (!template) throw new Error(`There is no notice named ${name}.`);
    return template;
  }

  /**
   * Orders a notice in the open transaction; it goes out after the commit, once for each key and channel.
   * Neither its parameters nor the address ever stand readable in the database.
   */
  send(work: Work, order: NoticeOrder): Promise<void> {
    return this.sendAll(work, [order]);
  }

  /** {@link send} for some at once, each of a key of its own. */
  async sendAll(work: Work, orders: readonly NoticeOrder[]): Promise<void> {
    for (const order of orders) this.assertSound(order);
    const held = await work.manager.find(Notice, {
      where: { noticeKey: In(orders.map(({ key }) => key)) },
      select: { noticeKey: true, channel: true },
    });
    const done = new Set(held.map(({ noticeKey, channel }) => `${channel} ${noticeKey}`));
    const rows = orders.flatMap((order) =>
      this.template(order.template).channels.flatMap((channel) => {
        const address = addressOf(order.to, channel);
        return address === undefined || done.has(`${channel} ${order.key}`)
          ? []
          : [this.row(work.now, order, channel, address)];
      }),
    );
    if (rows.length > 0) await insertOnce(work, rows);
    work.afterCommit(() => this.listener());
  }

  /** What became of the notices ordered under `keys`, for those who sent them. */
  async outcomes(keys: readonly string[]): Promise<NoticeOutcome[]> {
    if (keys.length === 0) return [];
    const notices = await this.database.manager.findBy(Notice, { noticeKey: In([...keys]) });
    return notices.map(({ noticeKey, channel, state, reason }) => ({ key: noticeKey, channel, state, reason }));
  }

  /** Who sends them, to be woken. */
  onWake(listener: () => void): void {
    this.listener = listener;
  }

  private assertSound(order: NoticeOrder): void {
    const template = this.template(order.template);
    const missing = parametersOf(template).filter((name) => order.params[name] === undefined);
    if (missing.length > 0) throw new Error(`The notice ${template.name} lacks ${missing.join(', ')}.`);
    if (order.key.length > 160) throw new Error(`The key of the notice ${template.name} is too long.`);
  }

  private row(now: Date, order: NoticeOrder, channel: NoticeChannel, address: string): Notice {
    const id = newId();
    const inbox = channel === 'inbox';
    return {
      id,
      noticeKey: order.key,
      channel,
      template: order.template,
      personId: order.to.personId ?? null,
      locale: order.to.locale,
      recipient: inbox ? '' : maskAddress(address),
      sealed: this.seal.seal(id, { address: inbox ? '' : address, params: order.params }),
      state: inbox ? 'sent' : 'queued',
      attempts: 0,
      dueAt: inbox ? null : now,
      expiresAt: order.expiresAt ?? null,
      reason: null,
      createdAt: now,
      sentAt: inbox ? now : null,
      readAt: null,
    };
  }
}

/** Puts in what nobody else put in meanwhile. */
async function insertOnce(work: Work, rows: readonly Notice[]): Promise<void> {
  try {
    await work.manager.insert(Notice, [...rows]);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    if (rows.length > 1) for (const row of rows) await insertOnce(work, [row]);
  }
}

function addressOf(to: NoticeRecipient, channel: NoticeChannel): string | undefined {
  return (channel === 'mail' ? to.mail : channel === 'sms' ? to.phone : to.personId) ?? undefined;
}
