import type { Role, ScopeType } from '@haishi/contracts';
import type { Schema } from '@/api/types';

export type PersonGrant = Schema<'PersonGrantView'>;
export type PersonRow = Schema<'PersonRow'>;
export type PersonView = Schema<'PersonView'>;

/** A role within a scope, as a form holds it; empty until chosen. */
export interface RoleChoice {
  role: Role | '';
  scopeType: ScopeType | '';
  scopeId: string;
}
