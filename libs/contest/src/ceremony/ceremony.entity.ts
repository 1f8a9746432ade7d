import type { CeremonyState, LocalText, ShownResult } from '@haishi/contracts';
import { InstantColumn, IntColumn, JsonColumn, KeyColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { RevealStep } from './reveal.rules.js';

export interface CeremonyAward {
  name: LocalText;
  /** The places it goes to, both included. */
  from: number;
  to: number;
}

export interface CeremonySlide {
  title: LocalText;
  text: LocalText;
  /** Null: at the beginning. */
  beforePlace: number | null;
}

export interface CeremonyPlan {
  awards: CeremonyAward[];
  slides: CeremonySlide[];
  /** How many places are above the qualification line; null without one. */
  advancing: number | null;
  /** Whether everybody hears of the line before anybody's place is told; absent where each hears as they stay. */
  lineFirst?: true;
}

/** Of a ceremony that nobody has planned. */
export const NO_PLAN: CeremonyPlan = { awards: [], slides: [], advancing: null };

/** What will be told of an entry, word for word, and what it is ranked by. */
export interface SealedResult {
  entryId: string;
  shown: ShownResult;
  tieValues: number[];
}

/** The ceremony 揭晓仪式 of a session: its plan, and once begun its steps, none of which leaves the server before its turn. */
@Entity('ceremonies')
@Index('ix_ceremonies_due', ['dueAt'])
export class Ceremony {
  @KeyColumn(36) sessionId: string;
  @TextColumn(12) state: CeremonyState;
  @JsonColumn() plan: CeremonyPlan;
  /** Empty until it begins. */
  @JsonColumn() steps: RevealStep[];
  @JsonColumn() sealed: SealedResult[];
  /** How many steps were triggered. */
  @IntColumn() at: number;
  /** Since when the board stands still while scoring goes on 封榜; null while scores are shown at once. */
  @InstantColumn({ nullable: true }) frozenAt: Date | null;
  @InstantColumn({ nullable: true }) begunAt: Date | null;
  /** The one person who sees the steps to come, and goes them; null until it begins. */
  @RefColumn({ nullable: true }) presenterId: string | null;
  /** Seconds between steps where it goes on by itself; null where it goes by hand. */
  @IntColumn({ nullable: true }) autoSeconds: number | null;
  /** When the next step goes by itself; null where it waits for a hand. */
  @InstantColumn({ nullable: true }) dueAt: Date | null;
  @InstantColumn({ nullable: true }) endedAt: Date | null;
}
