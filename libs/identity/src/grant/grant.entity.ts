import type { Role, ScopeType } from '@haishi/contracts';
import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@haishi/platform';
import { Entity, Index } from 'typeorm';

/** A person's role within a scope. Revoking deletes the row; the events keep its history. */
@Entity('role_grants')
@Index('uq_role_grants', ['personId', 'role', 'scopeType', 'scopeId'], { unique: true })
@Index('ix_role_grants_scope', ['scopeType', 'scopeId', 'role'])
export class RoleGrant {
  @IdColumn() id: string;
  @RefColumn() personId: string;
  @TextColumn(40) role: Role;
  @TextColumn(20) scopeType: ScopeType;
  /** Empty for `system`; `edition/code` for a region or division. */
  @TextColumn(80) scopeId: string;
  @TextColumn(64) grantedBy: string;
  @InstantColumn() grantedAt: Date;
}
