/**
 * Does what it is given in the order in which it came, a few in a turn of the event loop: what thousands ask for at once
 * would hold up whoever acts meanwhile.
 */
export class Turns {
  private readonly queue: (() => void)[] = [];
  private running = false;

  /** `atOnce`: how many may be done before others get their turn. */
  constructor(private readonly atOnce: () => number) {}

  /** Begins in a turn of its own. */
  take(act: () => void): void {
    this.queue.push(act);
    if (!this.running) this.next();
  }

  private next(): void {
    this.running = this.queue.length > 0;
    if (this.running)
      setImmediate(() => {
        for (const act of this.queue.splice(0, this.atOnce())) act();
        this.next();
      });
  }
}
