import type { DeltaMessage, HeadMessage, SubscribeAnswer, SubscribeRequest } from '@haishi/contracts';

/** What a follower tells whoever shows the channel. */
export interface FollowerEvents<Snapshot, Delta> {
  snapshot: (snapshot: Snapshot) => void;
  delta: (delta: Delta) => void;
  /** The server's time in milliseconds, at a subscription. */
  serverTime: (time: number) => void;
  /** Whether what is shown is the present state. */
  fresh: (fresh: boolean) => void;
  /** The right to listen was refused or ended, with the code; empty once it is there again. */
  refused: (code: string) => void;
  /** Whether a refusal with this code may pass, so that it goes on asking. */
  mayPass?: (code: string) => boolean;
}

/** Waits between attempts after the server could not answer, in milliseconds. */
const RETRY_MS = 3000;
/** The same after it refused for a reason that may pass. */
const REFUSED_MS = 10_000;

/**
 * Follows one subject of one channel: applies deltas in consecutive order, and on a gap asks for exactly what was missed.
 * Knows nothing of sockets: `ask` sends a subscription and answers what the server answered.
 */
export class Follower<Snapshot, Delta> {
  private seq: number | undefined;
  private asking = false;
  private again = false;
  private ended = false;
  private refused = false;
  /** Whether it will ask again after a refusal. */
  private waiting = false;
  private early: DeltaMessage<Delta>[] = [];

  constructor(
    private readonly request: Omit<SubscribeRequest, 'after'>,
    private readonly ask: (request: SubscribeRequest) => Promise<SubscribeAnswer<Snapshot, Delta>>,
    private readonly events: FollowerEvents<Snapshot, Delta>,
    private readonly wait: (act: () => void, milliseconds: number) => void = (act, milliseconds) =>
      void setTimeout(act, milliseconds),
  ) {}

  /** Begins from what the page holds already, as the channel's message with this number left it. */
  hold(seq: number): void {
    this.seq = seq;
  }

  /** Subscribes, or after a broken connection subscribes again from where it stood. */
  async start(): Promise<void> {
    if (this.ended) return;
    if (this.asking) {
      this.again = true;
      return;
    }
    this.asking = true;
    try {
      const answer = await this.ask({ ...this.request, ...(this.seq === undefined ? {} : { after: this.seq }) });
      this.take(answer);
    } catch {
      this.events.fresh(false);
      this.wait(() => void this.start(), RETRY_MS);
    } finally {
      this.asking = false;
    }
    if (this.again) {
      this.again = false;
      await this.start();
    }
  }

  /** Takes a pushed delta; those of other subjects and those already held are left. */
  receive(message: DeltaMessage<Delta>): void {
    if (this.ended || message.channel !== this.request.channel || message.key !== this.request.key) return;
    if (this.asking || this.seq === undefined) {
      this.early.push(message);
      return;
    }
    if (message.seq <= this.seq) return;
    if (message.seq === this.seq + 1) {
      this.seq = message.seq;
      this.events.delta(message.data);
      return;
    }
    this.early.push(message);
    this.events.fresh(false);
    void this.start();
  }

  /** Takes the number of the channel's last message, and asks for what is missing up to it. */
  noteHead({ channel, key, seq }: HeadMessage): void {
    if (this.ended || channel !== this.request.channel || key !== this.request.key) return;
    if (this.asking || this.seq === undefined || seq <= this.seq) return;
    this.events.fresh(false);
    void this.start();
  }

  /** The connection broke; what is shown stands still. */
  lost(): void {
    this.events.fresh(false);
  }

  /** The right to listen ended. */
  revoke(): void {
    this.finish('common.forbidden');
  }

  stop(): void {
    this.ended = true;
  }

  private take(answer: SubscribeAnswer<Snapshot, Delta>): void {
    if (this.ended) return;
    if (!answer.ok) {
      if (answer.code === 'common.internal' || answer.code === 'common.busy' || answer.code === 'common.too_many')
        throw new Error(answer.code);
      if (this.events.mayPass?.(answer.code)) this.linger(answer.code);
      else this.finish(answer.code);
      return;
    }
    if (this.refused) this.events.refused('');
    this.refused = false;
    this.events.serverTime(answer.serverTime);
    if ('snapshot' in answer) {
      this.seq = answer.seq;
      this.events.snapshot(answer.snapshot);
    } else {
      for (const one of answer.deltas) {
        if (this.seq !== undefined && one.seq <= this.seq) continue;
        this.seq = one.seq;
        this.events.delta(one.data);
      }
      this.seq = Math.max(this.seq ?? 0, answer.seq);
    }
    this.events.fresh(true);
    this.drain();
  }

  /** What was pushed while the subscription was under way. */
  private drain(): void {
    const early = this.early.sort((one, other) => one.seq - other.seq);
    this.early = [];
    for (const message of early) {
      if (message.seq <= this.seq!) continue;
      if (message.seq !== this.seq! + 1) {
        this.early.push(message);
        this.again = true;
        continue;
      }
      this.seq = message.seq;
      this.events.delta(message.data);
    }
  }

  /** The right to listen may come back. */
  private linger(code: string): void {
    this.refused = true;
    this.events.fresh(false);
    this.events.refused(code);
    if (this.waiting) return;
    this.waiting = true;
    this.wait(() => {
      this.waiting = false;
      void this.start();
    }, REFUSED_MS);
  }

  private finish(code: string): void {
    this.ended = true;
    this.events.fresh(false);
    this.events.refused(code);
  }
}
