import type { KeyingProgress, RoadshowState } from '@haishi/contracts';
import { differingCriteria, type Rubric, type Scores, standingKeyings } from '@haishi/review/rules';

/** In which paper sheets are keyed: sheets for an entry on stage are taken also while a session is stopped. */
export const KEYABLE: readonly RoadshowState[] = ['running', 'stopped'];

/** A keying as the engine keeps it, as far as it matters here. */
export interface HeldKeying {
  id: string;
  entryId: string;
  personId: string;
  seatNo: number;
  revision: number;
  keyedBy: string;
  state: string;
  scores: Scores;
}

interface HeldSheet {
  entryId: string;
  personId: string;
  revision: number;
  state: string;
}

/** How far the paper sheets are that are being keyed. Holds no score. */
export function keyingProgress(keyings: readonly HeldKeying[], sheets: readonly HeldSheet[]): KeyingProgress[] {
  const standing = standingKeyings(keyings, sheets);
  const seats = new Map(standing.map((one) => [`${one.entryId} ${one.seatNo}`, one]));
  return [...seats.values()].map(({ entryId, seatNo }) => ({
    entryId,
    seatNo,
    state: standing.filter((one) => one.entryId === entryId && one.seatNo === seatNo).length > 1 ? 'differs' : 'first',
  }));
}

/**
 * What a recorder sees of a seat's sheet for an entry: `recused`, `struck` and `stored` want nothing, `closed` may not be
 * keyed now; `none`, `first` and `differs` say how many keyings are in.
 */
export type KeyedState = 'recused' | 'struck' | 'stored' | 'closed' | 'none' | 'first' | 'differs';

export function keyedState(seat: {
  recused: boolean;
  sheet: Pick<HeldSheet, 'state'> | undefined;
  open: boolean;
  standing: number;
}): KeyedState {
  if (seat.recused) return 'recused';
  if (seat.sheet?.state === 'struck') return 'struck';
  if (seat.sheet?.state === 'stored') return 'stored';
  if (!seat.sheet && !seat.open) return 'closed';
  return (['none', 'first', 'differs'] as const)[Math.min(seat.standing, 2)]!;
}

/** Whether a sheet waits for this person: to be keyed by them, or to be looked at again since theirs differs. */
export function waitsFor(state: KeyedState, keyers: readonly string[], personId: string): boolean {
  return (
    state === 'none' ||
    (state === 'first' && !keyers.includes(personId)) ||
    (state === 'differs' && keyers.includes(personId))
  );
}

/** The criteria in which two keyings differ, for those who keyed them and who leads the session; nothing for others. */
export function toldDifferences(
  rubric: Rubric,
  standing: readonly HeldKeying[],
  reader: { id: string; leads: boolean },
): string[] {
  const [one, other] = standing;
  if (!one || !other || !(reader.leads || standing.some(({ keyedBy }) => keyedBy === reader.id))) return [];
  return differingCriteria(rubric, one, other);
}

/** Whether both keyings may be seen with their values: two are in and differ, and the reader keyed neither. */
export function mayCompare(standing: readonly HeldKeying[], readerId: string): boolean {
  return standing.length === 2 && !standing.some(({ keyedBy }) => keyedBy === readerId);
}

/** What names a blank sheet on paper: the end of the session's id, the entry's number, the seat. */
export const sheetCode = (sessionId: string, number: string, seatNo: number): string =>
  `${sessionId.slice(-4).toUpperCase()}/${number}/${seatNo}`;
