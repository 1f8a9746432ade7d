import type { KeyedEntry, KeyedOverview, KeyedSeat, KeyingReceipt, OwnKeying } from './keyed-api';

/** A sheet as this reader has to do with it. */
export type Part =
  | 'recused'
  | 'struck'
  | 'stored'
  | 'closed'
  /** Nobody keyed it. */
  | 'todo'
  /** Somebody else did. */
  | 'second'
  /** The reader did, and somebody else has yet to. */
  | 'mine'
  /** The reader's and another's differ. */
  | 'again'
  /** Two others differ. */
  | 'others';

/** The reader's keying that stands: neither corrected nor voided, nor overtaken by a stored sheet. */
export function standingOf({ own, revision }: Pick<KeyedSeat, 'own' | 'revision'>): OwnKeying | null {
  return own?.state === 'standing' && own.revision === revision ? own : null;
}

export function partOf(seat: Pick<KeyedSeat, 'state' | 'own' | 'revision'>): Part {
  const keyed = standingOf(seat) !== null;
  if (seat.state === 'none') return 'todo';
  if (seat.state === 'first') return keyed ? 'mine' : 'second';
  if (seat.state === 'differs') return keyed ? 'again' : 'others';
  return seat.state;
}

/** Whether a sheet takes this reader's keying, be it a correction of their own. */
export const takesKeying = (part: Part): boolean => ['todo', 'second', 'mine', 'again'].includes(part);
/** Whether a sheet waits for the reader. */
export const waitsForReader = (part: Part): boolean => ['todo', 'second', 'again'].includes(part);

/** Entries of which a sheet can be keyed, those first that were given over to paper, and of these the one on stage. */
export function entriesToKey(entries: readonly KeyedEntry[], onStage: string | null): KeyedEntry[] {
  const rank = ({ id, paper }: KeyedEntry) => (paper ? 0 : 2) + (id === onStage ? 0 : 1);
  return entries
    .filter(({ seats }) => seats.some(({ state }) => state === 'none' || state === 'first' || state === 'differs'))
    .sort((one, other) => rank(one) - rank(other) || one.position - other.position);
}

/** The seat whose sheet is keyed after this one: the next that waits and is not on its way already. */
export function seatAfter(
  seats: readonly KeyedSeat[],
  seatNo: number,
  onItsWay: (seatNo: number) => boolean,
): number | null {
  const at = seats.findIndex((seat) => seat.seatNo === seatNo);
  const following = [...seats.slice(at + 1), ...seats.slice(0, Math.max(at, 0))];
  const next = following.find((seat) => ['todo', 'second'].includes(partOf(seat)) && !onItsWay(seat.seatNo));
  return next?.seatNo ?? null;
}

/** What is known once a keying was taken, until the server is asked again. */
export function withReceipt(
  overview: KeyedOverview,
  { entryId, seatNo, differing, ...own }: KeyingReceipt,
): KeyedOverview {
  const state = ({ first: 'first', differs: 'differs', agreed: 'stored' } as const)[own.outcome];
  const revision = own.revision + (own.outcome === 'agreed' ? 1 : 0);
  const taken = (seat: KeyedSeat): KeyedSeat => ({
    ...seat,
    state,
    revision,
    differing,
    own: { ...own, state: 'standing', voidReason: null },
  });
  return {
    ...overview,
    entries: overview.entries.map((entry) =>
      entry.id === entryId
        ? { ...entry, seats: entry.seats.map((seat) => (seat.seatNo === seatNo ? taken(seat) : seat)) }
        : entry,
    ),
  };
}
