import type { LocalText } from '../locale.js';

/** An entry's way through the session. */
export const ROADSHOW_ENTRY_STATES = ['waiting', 'onstage', 'locked', 'shown', 'withdrawn'] as const;
export type RoadshowEntryState = (typeof ROADSHOW_ENTRY_STATES)[number];

/** What was shown to the public of one entry, exactly as it was shown. */
export interface ShownResult {
  /** Null where too few scores were valid. */
  score: number | null;
  untrimmed: number | null;
  decimals: number;
  judges: { seatNo: number; total: number; struck: 'highest' | 'lowest' | null }[];
  /** Seats that were recused. */
  recused: number[];
  /** Seats whose sheet was declared invalid; absent where there is none. */
  invalid?: number[];
}

export interface RoadshowEntryCard {
  id: string;
  position: number;
  number: string;
  title: string;
  team: string;
  division: LocalText;
  group: LocalText;
  state: RoadshowEntryState;
  /** When it was called last and was absent; it then comes after all that were not. */
  absentAt: number | null;
  /** Present where it is judged on paper 纸质评分. */
  paper?: true;
}
