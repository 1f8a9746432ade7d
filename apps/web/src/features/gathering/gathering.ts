import type { DeskSnapshot, RoadshowEntryCard } from '@haishi/contracts';

/** A judge or an entry on the list of who is expected. */
export interface Expected {
  key: string;
  /** What a sign-in of it sends. */
  subject: { seatNo: number } | { entryId: string };
  name: string;
  detail: string;
  here: boolean;
  withdrawn: boolean;
}

/** Who is expected, those who are missing first; `seatName` words a seat's number. */
export function expectedOf(
  state: Pick<DeskSnapshot, 'seats' | 'entries' | 'presence'>,
  seatName: (seatNo: number) => string,
): { judges: Expected[]; entries: Expected[] } {
  const { seats: seated, entries: came } = state.presence ?? { seats: [], entries: [] };
  const judges = state.seats.map(({ seatNo, name }) => ({
    key: `seat ${seatNo}`,
    subject: { seatNo },
    name,
    detail: seatName(seatNo),
    here: seated.includes(seatNo),
    withdrawn: false,
  }));
  const entries = [...state.entries].sort(byNumber).map(({ id, title, number, team, state: at }) => ({
    key: id,
    subject: { entryId: id },
    name: title,
    detail: `${number} · ${team}`,
    here: came.includes(id),
    withdrawn: at === 'withdrawn',
  }));
  return { judges: missingFirst(judges), entries: missingFirst(entries) };
}

/** Those whose name or detail holds every word that is looked for. */
export function found(list: readonly Expected[], text: string): Expected[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return list.filter(({ name, detail }) => {
    const where = `${name} ${detail}`.toLowerCase();
    return words.every((word) => where.includes(word));
  });
}

const byNumber = (one: RoadshowEntryCard, other: RoadshowEntryCard) => (one.number < other.number ? -1 : 1);
const rankOf = ({ here, withdrawn }: Expected) => (withdrawn ? 2 : here ? 1 : 0);
const missingFirst = (list: Expected[]) => [...list].sort((one, other) => rankOf(one) - rankOf(other));
