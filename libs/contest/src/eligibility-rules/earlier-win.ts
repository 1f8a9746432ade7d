import type { LocalText } from '@haishi/contracts';
import type { Sharing } from '../edition/rule.definition.js';

/** A project that won an earlier edition, and shares something with the one at hand. */
export interface EarlierWin {
  /** The edition's code. */
  edition: string;
  editionName: LocalText;
  award: LocalText;
  /** The award's place among those of its edition, from 0 for the best; null where that edition lists it no more. */
  level: number | null;
  number: string;
  shares: readonly Sharing[];
  /** Members of the team at hand who stand in its team, as the project at hand writes them. */
  members: readonly string[];
}
