import type {
  LocalText,
  RoadshowEntryState,
  RoadshowExplanation,
  RoadshowNudge,
  RoadshowPhase,
  RoadshowState,
  ShownResult,
} from '@haishi/contracts';
import { IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** A roadshow session 路演场次: one room, one jury, one list of entries. Its panel in the review engine bears its id. */
@Entity('roadshow_sessions')
@Index('ix_roadshow_sessions_edition', ['editionId', 'createdAt'])
export class RoadshowSession {
  @IdColumn() id: string;
  @RefColumn() editionId: string;
  @TextColumn(12) stageCode: string;
  /** The region whose heat it is; null for a session of the whole edition. */
  @TextColumn(12, { nullable: true }) regionCode: string | null;
  @TextColumn(100) name: string;
  @TextColumn(100) room: string;
  /** IANA name of the room's zone. */
  @TextColumn(60) timeZone: string;
  @TextColumn(12) state: RoadshowState;
  @IntColumn() pitchSeconds: number;
  @IntColumn() questionSeconds: number;
  @RefColumn({ nullable: true }) currentEntryId: string | null;
  @TextColumn(12) phase: RoadshowPhase;
  @InstantColumn({ nullable: true }) phaseStartedAt: Date | null;
  /** 0 for a phase without a limit. */
  @IntColumn() phaseSeconds: number;
  @InstantColumn({ nullable: true }) pausedAt: Date | null;
  /** When it is planned to start. */
  @InstantColumn({ nullable: true }) startsAt: Date | null;
  /** Since when every screen shows the session's name alone; null while they show what goes on. */
  @InstantColumn({ nullable: true }) blankedAt: Date | null;
  /** What screens say during a break, and when it goes on where that was said; null while there is none. */
  @TextColumn(60, { nullable: true }) intermissionText: string | null;
  @InstantColumn({ nullable: true }) intermissionUntil: Date | null;
  /** Why it was stopped, and when it goes on where that was said; null while it is not stopped. */
  @TextColumn(500, { nullable: true }) stopReason: string | null;
  @InstantColumn({ nullable: true }) resumesAt: Date | null;
  /** Where judges and entrants meet who are elsewhere; told to desks and to the entrants, never to screens. */
  @TextColumn(500, { nullable: true }) meetingUrl: string | null;
  @InstantColumn({ nullable: true }) signInOpenedAt: Date | null;
  /** Since when anybody may follow it on a phone; null while nobody may. */
  @InstantColumn({ nullable: true }) audienceSince: Date | null;
  @InstantColumn({ nullable: true }) closedAt: Date | null;
  @InstantColumn({ nullable: true }) confirmedAt: Date | null;
  /** The latest call to each judge for the entry on stage; null before the first. */
  @JsonColumn({ nullable: true }) nudges: RoadshowNudge[] | null;
  /** The seed of the draw; told to nobody before it is drawn. */
  @TextColumn(64) drawSeed: string;
  @InstantColumn({ nullable: true }) drawnAt: Date | null;
  @InstantColumn() createdAt: Date;
}

/** A project in a session. Its id is that of the panel's entry; what screens show of the project is copied when it is added. */
@Entity('roadshow_entries')
@Index('uq_roadshow_entries_project', ['editionId', 'stageCode', 'projectId'], { unique: true })
@Index('ix_roadshow_entries_session', ['sessionId', 'position'])
export class RoadshowEntry {
  @IdColumn() id: string;
  @RefColumn() sessionId: string;
  @RefColumn() editionId: string;
  @TextColumn(12) stageCode: string;
  @RefColumn() projectId: string;
  @TextColumn(40) number: string;
  @TextColumn(200) title: string;
  @TextColumn(200) team: string;
  @TextColumn(12) groupCode: string;
  @JsonColumn() groupName: LocalText;
  @JsonColumn() divisionName: LocalText;
  @IntColumn() position: number;
  @TextColumn(12) state: RoadshowEntryState;
  /** Why it was locked without all of its judges; null where all had scored. */
  @TextColumn(500, { nullable: true }) lockReason: string | null;
  /** When it was called last and was absent. The drawn position stays; it comes after all that were not absent. */
  @InstantColumn({ nullable: true }) absentAt: Date | null;
  /** When it was given over to paper; null where tablets served. */
  @InstantColumn({ nullable: true }) paperSince: Date | null;
  /** Why it withdrew during the session; null where it did not. */
  @TextColumn(500, { nullable: true }) withdrawReason: string | null;
  /** What it was when it withdrew; null where it did not. */
  @TextColumn(12, { nullable: true }) withdrawnFrom: RoadshowEntryState | null;
  /** What the public was shown, word for word; the only source of screens. */
  @JsonColumn({ nullable: true }) shown: ShownResult | null;
  /** The values of the tie chain that go with it, so that what is not yet shown again moves nobody's place. */
  @JsonColumn({ nullable: true }) shownTies: number[] | null;
  @InstantColumn({ nullable: true }) shownAt: Date | null;
  /** The place on the board now and before the latest score was shown; null while not on it. */
  @IntColumn({ nullable: true }) place: number | null;
  @IntColumn({ nullable: true }) placeBefore: number | null;
  @JsonColumn({ nullable: true }) explanation: RoadshowExplanation | null;
}

export const ROADSHOW_ENTITIES = [RoadshowSession, RoadshowEntry];
