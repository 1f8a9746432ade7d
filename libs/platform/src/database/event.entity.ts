import { Entity, Index } from 'typeorm';
import type { Scopes } from '@haishi/contracts';
import { IdColumn, InstantColumn, JsonColumn, TextColumn } from './columns.js';

/** One thing that was done: audit trail and outbox at once. Append-only. */
@Entity('events')
@Index('ix_events_subject', ['subjectType', 'subjectId'])
@Index('ix_events_actor', ['actorId', 'at'])
@Index('ix_events_at', ['at'])
export class StoredEvent {
  @IdColumn() id: string;
  @TextColumn(80) type: string;
  @InstantColumn() at: Date;
  @TextColumn(16) actorKind: string;
  @TextColumn(64) actorId: string;
  @TextColumn(200) actorName: string;
  @TextColumn(60) subjectType: string;
  @TextColumn(64) subjectId: string;
  @JsonColumn() scopes: Scopes;
  @JsonColumn() payload: Record<string, unknown>;
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
  /** Ids and classified fields; never a secret, an identity number or a token. */
  payload?: Record<string, unknown>;
}
