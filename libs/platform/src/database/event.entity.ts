import { Entity, Index } from 'typeorm';
import type { Scopes } from '@haishi/contracts';
import { IdColumn, InstantColumn, JsonColumn, RefColumn, TextColumn } from './columns.js';
import type { SealedPart } from './personal/sealed.js';

/** One thing that was done: audit trail and outbox at once. Append-only. */
@Entity('events')
@Index('ix_events_subject', ['subjectType', 'subjectId'])
@Index('ix_events_actor', ['actorId', 'at'])
@Index('ix_events_person', ['personId', 'at'])
@Index('ix_events_type', ['type', 'at'])
@Index('ix_events_at', ['at', 'id'])
export class StoredEvent {
  @IdColumn() id: string;
  @TextColumn(80) type: string;
  @InstantColumn() at: Date;
  @TextColumn(16) actorKind: string;
  @TextColumn(64) actorId: string;
  /** Empty for a person, whose name is sealed under their key; read it with `EventLog.revealer`. */
  @TextColumn(200) actorName: string;
  @TextColumn(60) subjectType: string;
  @TextColumn(64) subjectId: string;
  @JsonColumn() scopes: Scopes;
  @JsonColumn() payload: Record<string, unknown>;
  /** Whose personal values the event carries. */
  @RefColumn({ nullable: true }) personId: string | null;
  /** Values under the keys of the persons they belong to; read them with `EventLog.revealer`. */
  @JsonColumn({ nullable: true }) sealed: SealedPart[] | null;
  @TextColumn(64) ip: string;
  @TextColumn(64) requestId: string;
}

/** What a command says of itself; the unit of work adds who, when and from where. */
export interface NewEvent {
  /** `subject.happened`, such as `project.submitted`. */
  type: string;
  subjectType: string;
  subjectId: string;
  scopes?: Scopes;
  /** Ids and classified fields; never a secret, an identity number, a token or a person's own values. */
  payload?: Record<string, unknown>;
  /** Values that belong to a person: kept encrypted under that person's key, and lost when the key is erased. */
  personal?: { personId: string; values: Record<string, unknown> };
}
