import { setImmediate as breathe } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Actor } from '@haishi/contracts';
import { In, LessThanOrEqual } from 'typeorm';
import { EventDelivery } from './delivery.entity.js';
import { StoredEvent } from './event.entity.js';
import { EventConsumers } from './outbox.js';
import { Database, UnitOfWork } from './unit-of-work.js';

const POLL_MS = 1000;
const BATCH = 50;
/** How long a server may take over what it claimed before another may claim it. */
const CLAIM_MS = 60_000;
const MAX_ATTEMPTS = 10;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 600_000;

/** The number of attempts is the mark of a claim: whoever raised it holds the delivery. */
const CLAIM = `UPDATE event_deliveries SET attempts = attempts + 1, state = ?, dueAt = ?
  WHERE eventId = ? AND consumer = ? AND state = 'pending' AND attempts = ?`;
const MARK_DONE = `UPDATE event_deliveries SET state = 'done', error = NULL
  WHERE eventId = ? AND consumer = ? AND state = 'pending' AND attempts = ?`;
const MARK_FAILED = `UPDATE event_deliveries SET state = ?, dueAt = ?, error = ?
  WHERE eventId = ? AND consumer = ? AND state = 'pending' AND attempts = ?`;

const RELAY: Actor = {
  kind: 'system',
  id: 'outbox',
  name: 'outbox',
  grants: [],
  secondFactor: true,
  locale: 'zh',
  ip: '',
  requestId: '',
};

/**
 * Delivers committed events to their consumers, on any number of servers. A delivery is a row made with its event, so
 * none is skipped, however late its transaction commits. It is claimed by a conditional UPDATE, handled in one unit of
 * work with its mark, tried again with growing pauses, and parked with its error after the last try.
 */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('OutboxRelay');
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private woken = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly consumers: EventConsumers,
  ) {}

  onApplicationBootstrap(): void {
    this.consumers.onWake(() => this.wake());
    this.wake();
  }

  /** Stops after the delivery in hand; what else it had claimed comes due again when the claim runs out. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  /** Delivers one batch of what is due; answers how many deliveries were claimed. */
  async deliverDue(): Promise<number> {
    const claimed = await this.claim();
    if (claimed.length === 0) return 0;
    const events = await this.database.manager.findBy(StoredEvent, { id: In(claimed.map((one) => one.eventId)) });
    const byId = new Map(events.map((event) => [event.id, event]));
    for (const delivery of claimed) {
      if (this.stopped) break;
      await this.deliver(delivery, byId.get(delivery.eventId)!);
      await breathe();
    }
    return claimed.length;
  }

  private wake(): void {
    this.woken = true;
    if (this.stopped) return;
    this.running ??= this.deliverAll().finally(() => {
      this.running = undefined;
      clearTimeout(this.timer);
      if (!this.stopped) this.timer = setTimeout(() => this.wake(), POLL_MS).unref();
    });
  }

  private async deliverAll(): Promise<void> {
    try {
      while (this.woken && !this.stopped) {
        this.woken = false;
        if ((await this.deliverDue()) > 0) this.woken = true;
      }
    } catch (error) {
      this.logger.error('Deliveries could not be read', (error as Error).stack);
    }
  }

  private async claim(): Promise<EventDelivery[]> {
    const { names } = this.consumers;
    if (names.length === 0) return [];
    const due = await this.database.manager.find(EventDelivery, {
      where: { state: 'pending', consumer: In(names), dueAt: LessThanOrEqual(new Date()) },
      order: { dueAt: 'ASC', eventId: 'ASC' },
      take: BATCH,
    });
    if (due.length === 0) return [];
    return this.uow.run(RELAY, async (work) => {
      const claimed: EventDelivery[] = [];
      for (const delivery of due) {
        const isWornOut = delivery.attempts >= MAX_ATTEMPTS;
        const mine = await work.execute(CLAIM, [
          isWornOut ? 'parked' : 'pending',
          new Date(work.now.getTime() + CLAIM_MS),
          delivery.eventId,
          delivery.consumer,
          delivery.attempts,
        ]);
        if (mine === 1 && isWornOut)
          work.afterCommit(() => {
            const told = `${delivery.consumer} never came to an end with event ${delivery.eventId}`;
            this.logger.error(`${told} in ${MAX_ATTEMPTS} attempts. It is parked and not tried again.`);
          });
        if (mine === 1 && !isWornOut) claimed.push({ ...delivery, attempts: delivery.attempts + 1 });
      }
      return claimed;
    });
  }

  private async deliver(delivery: EventDelivery, event: StoredEvent): Promise<void> {
    const { eventId, consumer, attempts } = delivery;
    try {
      await this.uow.run(RELAY, async (work) => {
        if ((await work.execute(MARK_DONE, [eventId, consumer, attempts])) !== 1) return;
        await this.consumers.named(consumer)!.handle(event);
      });
    } catch (error) {
      const worn = attempts >= MAX_ATTEMPTS;
      const told = `${consumer} failed on event ${eventId}, attempt ${attempts}: ${(error as Error).message}`;
      if (worn) this.logger.error(`${told}. It is parked and not tried again.`);
      else this.logger.warn(told);
      const retryAt =
        Date.now() + Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempts - 1)) * (0.75 + Math.random() / 2);
      await this.uow.run(RELAY, (work) =>
        work.execute(MARK_FAILED, [
          worn ? 'parked' : 'pending',
          new Date(retryAt),
          String((error as Error).message).slice(0, 500),
          eventId,
          consumer,
          attempts,
        ]),
      );
    }
  }
}
