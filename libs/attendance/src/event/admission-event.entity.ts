import type { Scopes } from '@haishi/contracts';
import { IdColumn, InstantColumn, IntColumn, RefColumn, RowVersionColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { EventState, ReentryRule } from './event.rules.js';

/** What persons are admitted to. What it is (a fair, a session) only the room above knows. */
@Entity('admission_events')
@Index('uq_admission_events_external', ['externalType', 'externalId'], { unique: true })
@Index('uq_admission_events_number', ['number'], { unique: true })
export class AdmissionEvent {
  @IdColumn() id: string;
  /** A kind of place in which roles are granted; with `externalId` it is the scope of everything here. */
  @TextColumn(20) externalType: Exclude<keyof Scopes, 'system'>;
  @RefColumn() externalId: string;
  /** Names the event in a ticket's code; 32 bits. */
  @IntColumn() number: number;
  @TextColumn(200) nameZh: string;
  @TextColumn(200) nameEn: string;
  /** Where it takes place, as the ticket says it. */
  @TextColumn(200) placeZh: string;
  @TextColumn(200) placeEn: string;
  /** Approved capacity 核准人数: as many may be inside at once. */
  @IntColumn() approvedCapacity: number;
  @TextColumn(10) reentry: ReentryRule;
  /** IANA name of the zone in which its hours are set and told. */
  @TextColumn(60) timeZone: string;
  @InstantColumn() opensAt: Date;
  @InstantColumn() closesAt: Date;
  @TextColumn(10) state: EventState;
  @RowVersionColumn() version: number;
}

/** Where an event lies, for the check of access. */
export function scopesOfEvent(event: Pick<AdmissionEvent, 'externalType' | 'externalId'>): Scopes {
  return { [event.externalType]: event.externalId };
}
