import type { LocalText } from '@haishi/contracts';
import { IdColumn, InstantColumn, IntColumn, JsonColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** The name of an organisation that an expert declared a tie to, and when they did last: an instant as JSON has it. */
export interface DeclaredTie {
  name: string;
  at: string;
}

/** A judge-to-be in a pool of experts 专家库; `poolId` is the id of what the pool serves, in the room that knows it. */
@Entity('experts')
@Index('uq_experts_mail', ['poolId', 'mail'], { unique: true })
@Index('ix_experts_person', ['personId'])
export class Expert {
  @IdColumn() id: string;
  @RefColumn() poolId: string;
  /** Null until somebody with an account under the mail address was found. */
  @RefColumn({ nullable: true }) personId: string | null;
  @TextColumn(100) name: string;
  /** In normal form. */
  @TextColumn(254) mail: string;
  /** A code of the room that keeps the pool. */
  @TextColumn(20) kind: string;
  @TextColumn(200) organisationName: string;
  @TextColumn(18, { nullable: true }) creditCode: string | null;
  /** Other names of the organisation, such as an institute of it. */
  @JsonColumn() aliases: string[];
  /** Organisations that the expert declared to have a tie to; staff alone take one back. */
  @JsonColumn() ties: DeclaredTie[];
  /** What the expert knows: codes of whatever is judged. */
  @JsonColumn() fields: string[];
  /** The home region, whose entries the expert does not judge; null where it is none of them. */
  @TextColumn(12, { nullable: true }) region: string | null;
  /** Such as `zh` and `en`. */
  @JsonColumn() languages: string[];
  /** The most entries that the expert takes on; null for as many as the rules allow. */
  @IntColumn({ nullable: true }) capacity: number | null;
  /** When the expert accepted the terms of judging, and in which wording; the latest of their acceptances. */
  @InstantColumn({ nullable: true }) acceptedAt: Date | null;
  @TextColumn(64, { nullable: true }) acceptedDigest: string | null;
  /** Since when the expert is no longer asked. */
  @InstantColumn({ nullable: true }) withdrawnAt: Date | null;
  @IntColumn() revision: number;
  @InstantColumn() createdAt: Date;
}

/** That an expert accepted the terms of judging, in the words they read. Append-only. */
@Entity('expert_acceptances')
@Index('ix_expert_acceptances_expert', ['expertId', 'at'])
export class ExpertAcceptance {
  @IdColumn() id: string;
  @RefColumn() expertId: string;
  /** Tells the wording from others. */
  @TextColumn(64) digest: string;
  @JsonColumn() wording: LocalText;
  @InstantColumn() at: Date;
}
