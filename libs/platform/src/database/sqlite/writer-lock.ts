import { failure } from '@haishi/contracts';

interface Waiter {
  admit: () => void;
  timer: NodeJS.Timeout;
}

/** One writer at a time, in the order they asked. SQLite itself would make the second block the whole event loop. */
export class WriterLock {
  private held = false;
  private readonly waiters = new Set<Waiter>();

  /**
   * Resolves when the caller holds the lock; answers nothing to wait for where it is free.
   * @throws Failure `common.busy` after `timeout` milliseconds
   */
  acquire(timeout: number): Promise<void> | undefined {
    if (!this.held) {
      this.held = true;
      return undefined;
    }
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        admit: resolve,
        timer: setTimeout(() => {
          this.waiters.delete(waiter);
          reject(failure('common.busy'));
        }, timeout),
      };
      this.waiters.add(waiter);
    });
  }

  /** Hands the lock to whoever has waited longest. */
  release(): void {
    const [next] = this.waiters;
    if (next === undefined) {
      this.held = false;
      return;
    }
    this.waiters.delete(next);
    clearTimeout(next.timer);
    next.admit();
  }
}
