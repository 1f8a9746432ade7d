/** Milliseconds: within half a second a few hundred come back without anybody noticing. */
const LEAST_MS = 512;
/** Milliseconds: longer, and whoever watches would miss more than the break itself. */
const MOST_MS = 8192;
/** What is left of the largest number from one look to the next: a hall that is cut is away, and not gone. */
const KEPT = 0.98;

/** How many watch, and so within what time they should come back after a break: about one each millisecond. */
export class Crowd {
  private most = 0;
  /** Milliseconds. */
  spreadMs = LEAST_MS;

  /** Takes note of how many watch now; answers whether those who watch are to be told another time. */
  look(watching: number): boolean {
    this.most = Math.max(watching, this.most * KEPT);
    const spreadMs = Math.min(MOST_MS, Math.max(LEAST_MS, 2 ** Math.ceil(Math.log2(this.most))));
    const changed = spreadMs !== this.spreadMs;
    this.spreadMs = spreadMs;
    return changed;
  }

  /** Whether who comes now has to be told: the least is what everybody knows. */
  get large(): boolean {
    return this.spreadMs > LEAST_MS;
  }
}
