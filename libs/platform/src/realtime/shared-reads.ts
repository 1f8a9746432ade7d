/** Between two reads of the same, in milliseconds. */
const APART_MS = 100;

interface Waiting {
  value: Promise<unknown>;
  begin: () => void;
}

/**
 * Lets all who ask for the same at about the same time have it from one read. Who comes alone has it at once; a crowd
 * waits for up to {@link APART_MS}. A read begins after all whom it answers asked, so that nobody is told the past.
 */
export class SharedReads {
  /** What was read just now, each with the read that follows where somebody waits for it. */
  private readonly recent = new Map<string, Waiting | undefined>();

  /** `name` says what is asked for; of those who ask under one name, the first one's `read` is done. */
  of<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
    if (!this.recent.has(name)) {
      this.rest(name);
      return read();
    }
    const waiting = this.recent.get(name) ?? this.wait(name, read);
    return waiting.value as Promise<Value>;
  }

  private wait(name: string, read: () => Promise<unknown>): Waiting {
    const { promise, resolve: begin } = Promise.withResolvers<void>();
    const waiting = { value: promise.then(read), begin };
    this.recent.set(name, waiting);
    return waiting;
  }

  private rest(name: string): void {
    this.recent.set(name, undefined);
    setTimeout(() => {
      const waiting = this.recent.get(name);
      if (waiting) this.rest(name);
      else this.recent.delete(name);
      waiting?.begin();
    }, APART_MS);
  }
}
