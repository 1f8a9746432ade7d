import type { LocalText } from '../locale.js';
import type { RoadshowEntryCard, ShownResult } from './roadshow-entry.js';

/**
 * A ceremony 揭晓仪式 as the screens see it. Nothing here was decided by the step that comes next: each step leaves the
 * server when it is triggered, and going back shows what was told before.
 */
export const CEREMONY_STATES = ['planned', 'running', 'ended'] as const;
export type CeremonyState = (typeof CEREMONY_STATES)[number];

/** What one step tells. */
export type CeremonyStep =
  | { kind: 'slide'; title: LocalText; text: LocalText }
  | { kind: 'withdrawn'; entry: RoadshowEntryCard }
  /** Who is next, and nothing else. */
  | { kind: 'call'; entry: RoadshowEntryCard }
  /** The result, and how many stand above it now. */
  | { kind: 'tell'; entry: RoadshowEntryCard; result: ShownResult; above: number }
  /** Whether the entry is above the qualification line 晋级线; not its place. */
  | { kind: 'line'; entry: RoadshowEntryCard; advances: boolean }
  /** The final place, shared by equals and null without a result, with its awards. */
  | { kind: 'stay'; entry: RoadshowEntryCard; place: number | null; result: ShownResult | null; awards: LocalText[] }
  | { kind: 'end' };

/** Where an entry stays. */
export interface CeremonySettled {
  entryId: string;
  place: number | null;
  awards: LocalText[];
}

/** Whether an entry is above the qualification line, as it was told. */
export interface CeremonyLine {
  entryId: string;
  advances: boolean;
}

/** An entry of which neither place nor score is told, where the line is told before either. */
export type CeremonyPending = Pick<RoadshowEntryCard, 'number' | 'title' | 'team'> & { entryId: string };

export interface CeremonyScene {
  /** How many steps were triggered; 0 before the first. */
  at: number;
  step: CeremonyStep | null;
  settled: CeremonySettled[];
  /** In the order in which they were told. */
  lines: CeremonyLine[];
  /** Who stand on no board yet: those told to advance, those still to hear, those told that they do not; each in the order of appearance. */
  pending: CeremonyPending[];
}
