import type { RoadshowPresence } from '@haishi/contracts';

/** At most this many speak for an entry. Source: published notices of roadshows, ≤2 speakers with an identity check. */
export const MAX_SPEAKERS = 2;

/** Who has signed in: judges by their person, entries by their id. */
export interface SignedIn {
  kind: 'judge' | 'entry';
  subjectId: string;
}
interface Expected {
  seats: readonly { seatNo: number; personId: string }[];
  entries: readonly { id: string; state: string }[];
}

/** Who is here, as desks are told it: seats by number, entries by id. */
export function presenceOf(signedIn: readonly SignedIn[], { seats, entries }: Expected): RoadshowPresence {
  const here = (kind: SignedIn['kind'], id: string) =>
    signedIn.some((one) => one.kind === kind && one.subjectId === id);
  return {
    seats: seats.filter(({ personId }) => here('judge', personId)).map(({ seatNo }) => seatNo),
    entries: entries.filter(({ id }) => here('entry', id)).map(({ id }) => id),
  };
}

/** Who is expected and has not signed in; an entry that withdrew is not expected. */
export function missingFrom(
  { seats: here, entries: came }: RoadshowPresence,
  { seats, entries }: Expected,
): RoadshowPresence {
  return {
    seats: seats.filter(({ seatNo }) => !here.includes(seatNo)).map(({ seatNo }) => seatNo),
    entries: entries.filter(({ id, state }) => state !== 'withdrawn' && !came.includes(id)).map(({ id }) => id),
  };
}
