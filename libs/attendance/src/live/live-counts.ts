import { ATTENDANCE_SCREEN } from '@haishi/contracts';
import { Realtime, systemActor, UnitOfWork } from '@haishi/platform';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { AdmissionEvent } from '../event/admission-event.entity.js';
import { CountsQueries, minuteOf } from './counts.queries.js';

/** Between two messages about one event, in milliseconds: at most four a second, however many are scanned. */
const BETWEEN = 250;
/** Minutes of the curve that a delta repeats; older ones stand. */
const LATEST_MINUTES = 2;

/** Pushes an event's headcount to who watches it, soon after it changed. */
@Injectable()
export class LiveCounts implements OnModuleDestroy {
  private readonly logger = new Logger('Attendance');
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly realtime: Realtime,
    private readonly counts: CountsQueries,
  ) {}

  /** Says that the event's headcount, or how it admits, changed. */
  touch(eventId: string): void {
    if (this.waiting.has(eventId)) return;
    const timer = setTimeout(() => this.fire(eventId), BETWEEN);
    timer.unref();
    this.waiting.set(eventId, timer);
  }

  async onModuleDestroy(): Promise<void> {
    for (const [eventId, timer] of [...this.waiting]) {
      clearTimeout(timer);
      this.fire(eventId);
    }
    await Promise.all(this.running);
  }

  private fire(eventId: string): void {
    this.waiting.delete(eventId);
    const run = this.push(eventId).catch((error: Error) => this.logger.error(`Headcount not pushed: ${error.message}`));
    this.running.add(run);
    void run.finally(() => this.running.delete(run));
  }

  /** The event's row is locked first, so that of two servers' messages the later number holds the later counts. */
  private push(eventId: string): Promise<void> {
    return this.uow.run(systemActor('attendance'), async (work) => {
      await work.lockRow(AdmissionEvent, eventId);
      const since = minuteOf(work.now.getTime()) - LATEST_MINUTES + 1;
      await this.realtime.publish(work, ATTENDANCE_SCREEN, eventId, await this.counts.snapshot(eventId, since));
    });
  }
}
