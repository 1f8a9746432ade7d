import { IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { Aggregation } from '../aggregation/aggregation.rules.js';
import type { Rubric } from '../rubric/rubric.rules.js';

/** A jury 评审组 scoring a list of entries on one rubric, for whatever `contextType` names. */
@Entity('panels')
@Index('uq_panels_context', ['contextType', 'contextId'], { unique: true })
export class Panel {
  @IdColumn() id: string;
  @TextColumn(30) contextType: string;
  @RefColumn() contextId: string;
  @JsonColumn() rubric: Rubric;
  @JsonColumn() aggregation: Aggregation;
  /** `assigned`: an entry is judged by those alone who were given it. Null: by every seat. */
  @TextColumn(10, { nullable: true }) judging: 'assigned' | null;
  /** Raised by every command on the panel: its row is the lock behind which they run one after another. */
  @IntColumn() revision: number;
  /** Since when its results are final; null while they may change. */
  @InstantColumn({ nullable: true }) confirmedAt: Date | null;
  @InstantColumn() createdAt: Date;
}

/** A judge's place 席位 on a panel. */
@Entity('panel_seats')
@Index('uq_panel_seats_seatNo', ['panelId', 'seatNo'], { unique: true })
@Index('uq_panel_seats_person', ['panelId', 'personId'], { unique: true })
@Index('ix_panel_seats_person', ['personId'])
export class PanelSeat {
  @IdColumn() id: string;
  @RefColumn() panelId: string;
  @IntColumn() seatNo: number;
  @RefColumn() personId: string;
  /** What the judge is on it, such as an investor: a code of the room that seats them. */
  @TextColumn(20) kind: string;
  /** Where the judge works, for recusal. */
  @TextColumn(200) organisationName: string;
  @TextColumn(18, { nullable: true }) creditCode: string | null;
}

export const ENTRY_STATES = ['closed', 'open', 'withdrawn'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** Something to be scored; `externalId` is its id in the room that knows what it is. */
@Entity('panel_entries')
@Index('uq_panel_entries_external', ['panelId', 'externalId'], { unique: true })
@Index('ix_panel_entries_external', ['externalId'])
export class PanelEntry {
  @IdColumn() id: string;
  @RefColumn() panelId: string;
  @RefColumn() externalId: string;
  /** From 1, in the order of appearance. */
  @IntColumn() position: number;
  /** Whether sheets are taken now. A withdrawn entry takes none and is not ranked. */
  @TextColumn(10) state: EntryState;
}
