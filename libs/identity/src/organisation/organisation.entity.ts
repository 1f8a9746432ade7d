import {
  BoolColumn,
  IdColumn,
  InstantColumn,
  JsonColumn,
  RefColumn,
  RowVersionColumn,
  TextColumn,
} from '@haishi/platform';
import { Entity, Index } from 'typeorm';
import type { OrganisationKind, OrganisationState } from './organisation.rules.js';

/** One legal entity 法人单位, keyed by its unified social credit code 统一社会信用代码. */
@Entity('organisations')
@Index('uq_organisations_creditCode', ['creditCode'], { unique: true })
@Index('ix_organisations_nameKey', ['nameKey'])
@Index('ix_organisations_state', ['state', 'submittedAt'])
export class Organisation {
  @IdColumn() id: string;
  @TextColumn(18) creditCode: string;
  /** Why staff took a code whose check digit fails; null for a code that passes. */
  @TextColumn(500, { nullable: true }) creditCodeOverride: string | null;
  @TextColumn(200) name: string;
  /** The name in half-width, lower case and without spaces, for search and comparison. */
  @TextColumn(200) nameKey: string;
  @JsonColumn() aliases: string[];
  @TextColumn(20) kind: OrganisationKind;
  /** A branch names its parent; its evidence holds the parent's licence. */
  @BoolColumn() branch: boolean;
  /** A leading industry of `reference`, or null. */
  @TextColumn(60, { nullable: true }) industry: string | null;
  /** A county of `reference`, or null for one from elsewhere. */
  @TextColumn(12, { nullable: true }) countyCode: string | null;
  @TextColumn(12) state: OrganisationState;
  /** Why it was returned or rejected. */
  @TextColumn(1000, { nullable: true }) stateReason: string | null;
  @RefColumn({ nullable: true }) decidedBy: string | null;
  @InstantColumn({ nullable: true }) decidedAt: Date | null;
  @InstantColumn({ nullable: true }) submittedAt: Date | null;
  @BoolColumn() demo: boolean;
  @InstantColumn() createdAt: Date;
  @RowVersionColumn() version: number;
}
