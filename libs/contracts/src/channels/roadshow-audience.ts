import type { LocalText } from '../locale.js';
import type { CeremonyLine, CeremonyScene, CeremonySettled } from './ceremony.js';
import type { RoadshowEntryCard, ShownResult } from './roadshow-entry.js';
import type { BoardRow, RoadshowCurrent, RoadshowHeader, ScreenDelta } from './roadshow.js';

/**
 * What anybody may follow of a session on a phone 观众页, without an account, while its organiser has that open; the key
 * is the session's id. Nothing in it is more than what screens were shown and what is in the cards of the entries.
 */
export const ROADSHOW_AUDIENCE = 'roadshow.audience';

export interface AudienceEntry extends Omit<RoadshowEntryCard, 'position'> {
  /** Null until the order is drawn. */
  position: number | null;
}

/** Where an entry stands among those whose scores were shown. */
export type AudiencePlace = Pick<BoardRow, 'entryId' | 'place' | 'explanation'>;

/** What was shown of an entry. */
export interface AudienceResult {
  entryId: string;
  result: ShownResult;
}

/** The entry on stage, and how many of its judges have scored. */
export interface AudienceCurrent extends Pick<RoadshowCurrent, 'phase' | 'timer' | 'scored' | 'expected'> {
  entryId: string;
}

export interface AudienceSnapshot {
  header: RoadshowHeader;
  current: AudienceCurrent | null;
  /** The step of the ceremony; `null` before it begins. */
  ceremony: Pick<CeremonyScene, 'at' | 'step'> | null;
  /** The criteria that a tie may be broken by. */
  criteria: { code: string; name: LocalText }[];
  /** By position once the order is drawn, by number before. An absent entry comes after all that were not. */
  entries: AudienceEntry[];
  /** Best first. */
  places: AudiencePlace[];
  results: AudienceResult[];
  /** Entries that stay where the ceremony put them. */
  settled: CeremonySettled[];
  /** Who was told whether they advance. */
  lines: CeremonyLine[];
}

/** The lists of a snapshot, and the field that names their items. */
export const AUDIENCE_LISTS = {
  entries: 'id',
  places: 'entryId',
  results: 'entryId',
  settled: 'entryId',
  lines: 'entryId',
} as const satisfies Partial<Record<keyof AudienceSnapshot, string>>;
export type AudienceList = keyof typeof AUDIENCE_LISTS;

/** Items that are new or changed, and the names of those that are gone. */
export interface AudienceListDelta<Item> {
  set: Item[];
  gone: string[];
}

/** Each part present is new: a list as what changed in it, anything else whole. */
export type AudienceDelta = Partial<Omit<AudienceSnapshot, AudienceList>> & {
  [List in AudienceList]?: AudienceListDelta<AudienceSnapshot[List][number]>;
} & Pick<ScreenDelta, 'scored'> & {
    /** Instead of all parts, where the page was just opened. */
    whole?: AudienceSnapshot;
  };

/** The same without a socket: what a subscriber would be sent now, and its number to go on from. */
export interface AudienceAnswer {
  seq: number;
  snapshot: AudienceSnapshot;
}
