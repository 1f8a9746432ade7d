import { IdColumn, InstantColumn, LongTextColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { ReferralChannel } from './collected-row.rules.js';

/** Waiting for its entrant; taken over by them; not wanted by them; taken back by staff. */
export const COLLECTED_STATES = ['open', 'claimed', 'declined', 'withdrawn'] as const;
export type CollectedState = (typeof COLLECTED_STATES)[number];

/** Of a list that is still being written: nobody sees it before the last row is there. */
export const ARRIVING = 'arriving';

/** A project that staff or partners collected 征集 for an edition; it enters once its entrant claims it. */
@Entity('collected_projects')
@Index('uq_collected_projects_title', ['editionId', 'leaderMail', 'titleKey'], { unique: true })
@Index('ix_collected_projects_state', ['editionId', 'state', 'id'])
@Index('ix_collected_projects_mail', ['leaderMail'])
@Index('ix_collected_projects_import', ['importId', 'id'])
export class CollectedProject {
  /** The project that is made of it has the same. */
  @IdColumn() id: string;
  @RefColumn() editionId: string;
  @TextColumn(200) title: string;
  /** The title in half-width and lower case, so that a list read twice adds nothing twice. */
  @TextColumn(200) titleKey: string;
  @LongTextColumn() summary: string;
  @TextColumn(12) division: string;
  @TextColumn(12, { nullable: true }) field: string | null;
  @TextColumn(12) region: string;
  @TextColumn(12, { nullable: true }) groupCode: string | null;
  @TextColumn(200) organisationName: string;
  /** ISO 3166-1 alpha-2. */
  @TextColumn(2) organisationCountry: string;
  @TextColumn(60) organisationCode: string;
  @TextColumn(100) leaderName: string;
  /** In normal form; who has an account with it may claim. */
  @TextColumn(254) leaderMail: string;
  @TextColumn(12) channel: ReferralChannel;
  /** Who referred it: a station, a partner, a county's code. */
  @TextColumn(200) referrer: string;
  @TextColumn(10) state: CollectedState | typeof ARRIVING;
  /** The import that wrote it; null for those before imports were kept apart. */
  @RefColumn({ nullable: true }) importId: string | null;
  @RefColumn() importedBy: string;
  @InstantColumn() importedAt: Date;
  /** When a later list offered it again, with what that list says of it, after it was declined or taken back. */
  @InstantColumn({ nullable: true }) reopenedAt: Date | null;
  /** When its entrant or staff decided on it. */
  @InstantColumn({ nullable: true }) decidedAt: Date | null;
  @TextColumn(64, { nullable: true }) decidedBy: string | null;
  /** Why it was declined or withdrawn. */
  @TextColumn(500, { nullable: true }) reason: string | null;
}
