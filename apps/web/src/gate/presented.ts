/** What was read or typed, as a scan carries it: a ticket's number where it is digits alone, a code otherwise. */
export function presented(text: string): { number: string } | { code: string } | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return /^[\d\uff10-\uff19\s\u3000-]+$/.test(trimmed)
    ? { number: trimmed.slice(0, 40) }
    : { code: trimmed.slice(0, 4000) };
}

/** How long a code must be out of sight before it counts as shown anew, in milliseconds. */
const AWAY_MS = 3000;

/** Lets a code through once while it stays before the camera, which sees it many times a second. */
export class CodesInSight {
  private text = '';
  private seenAt = Number.NEGATIVE_INFINITY;

  /** Notes, while no code is taken, that `text` is still there at `now` (milliseconds); another's turn is yet to come. */
  stays(text: string, now: number): void {
    if (text === this.text) this.seenAt = now;
  }

  /** Whether `text`, seen at `now` (milliseconds), is newly shown. */
  isNew(text: string, now: number): boolean {
    const same = text === this.text && now - this.seenAt < AWAY_MS;
    this.text = text;
    this.seenAt = now;
    return !same;
  }
}
