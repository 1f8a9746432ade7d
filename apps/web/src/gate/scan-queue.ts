import { type ApiProblem, toProblem } from '../api/problem';
import type { Schema } from '@/api/types';

export type WaitingScan = Schema<'ScanBody'>;
export type ScanResult = Schema<'BatchResult'>;

export interface QueueParts {
  /** What waited when the page was last open. */
  read: () => WaitingScan[];
  write: (scans: readonly WaitingScan[]) => void;
  /** Answers one result for each scan; throws where the server gave none. */
  send: (scans: readonly WaitingScan[]) => Promise<ScanResult[]>;
  /** Runs `act` later; answers how to call it off. */
  wait: (act: () => void, milliseconds: number) => () => void;
}

export interface QueueEvents {
  waiting: (scans: readonly WaitingScan[]) => void;
  settled: (scan: WaitingScan, result: ScanResult) => void;
  /** Whether the server answered the last time it was asked. */
  reached: (reached: boolean) => void;
  /** The server refuses this device's scans altogether; what waits is kept. */
  stopped: (problem: ApiProblem) => void;
}

/** The most that one request carries. */
const BATCH = 200;
const RETRY_MS = [500, 1000, 2000, 4000, 8000];

/**
 * Scans on their way to the server. Each keeps the id it was made with until it is answered, whatever breaks between, so
 * that a lost answer is asked for again and counts once; what waits outlives the page.
 */
export class ScanQueue {
  private scans: WaitingScan[];
  private sending = false;
  private failures = 0;
  private callOff: () => void = () => {};

  constructor(
    private readonly parts: QueueParts,
    private readonly events: QueueEvents,
  ) {
    this.scans = parts.read();
    events.waiting(this.scans);
  }

  present(scan: WaitingScan): void {
    this.hold([...this.scans, scan]);
    void this.drain();
  }

  /** Sends what waits, now; tries again by itself while the server cannot be reached. */
  async drain(): Promise<void> {
    if (this.sending) return;
    this.callOff();
    this.sending = true;
    try {
      while (this.scans.length > 0) await this.sendSome(this.scans.slice(0, BATCH));
    } catch (error) {
      this.failed(toProblem(error));
    } finally {
      this.sending = false;
    }
  }

  /** Ends the attempts; what waits is kept. */
  stop(): void {
    this.callOff();
  }

  private async sendSome(batch: readonly WaitingScan[]): Promise<void> {
    const results = new Map((await this.parts.send(batch)).map((result) => [result.id, result]));
    this.failures = 0;
    this.events.reached(true);
    this.hold(this.scans.filter(({ id }) => !results.has(id)));
    for (const scan of batch) {
      const result = results.get(scan.id);
      if (result) this.events.settled(scan, result);
    }
  }

  private failed(problem: ApiProblem): void {
    if (!problem.passing) {
      this.events.stopped(problem);
      return;
    }
    this.events.reached(false);
    const pause = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)]!;
    this.failures += 1;
    this.callOff = this.parts.wait(() => void this.drain(), pause);
  }

  private hold(scans: WaitingScan[]): void {
    this.scans = scans;
    this.parts.write(scans);
    this.events.waiting(scans);
  }
}
