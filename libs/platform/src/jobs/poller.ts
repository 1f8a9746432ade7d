import { Logger } from '@nestjs/common';

/**
 * Calls `action` again and again, never twice at once: at once where woken or where it answers that there is more,
 * otherwise every `interval` milliseconds. What it throws is logged and tried again.
 */
export class Poller {
  private readonly logger: Logger;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private woken = false;
  private stopped = true;

  constructor(
    name: string,
    private readonly interval: number,
    private readonly action: () => Promise<boolean | void>,
  ) {
    this.logger = new Logger(name);
  }

  start(): void {
    this.stopped = false;
    this.wake();
  }

  wake(): void {
    this.woken = true;
    if (this.stopped) return;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
      clearTimeout(this.timer);
      if (!this.stopped) this.timer = setTimeout(() => this.wake(), this.woken ? 0 : this.interval).unref();
    });
  }

  /** Ends after the call in hand. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async drain(): Promise<void> {
    try {
      while (this.woken && !this.stopped) {
        this.woken = false;
        if (await this.action()) this.woken = true;
      }
    } catch (error) {
      this.woken = false;
      this.logger.error('A round failed', (error as Error).stack);
    }
  }
}
