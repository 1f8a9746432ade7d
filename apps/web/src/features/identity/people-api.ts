import type { LocalText, Role, ScopeType } from '@haishi/contracts';

export interface PersonGrant {
  id: string;
  role: Role;
  scopeType: ScopeType;
  scopeId: string;
  scopeLabel: LocalText;
  grantedAt: string;
}

export interface PersonRow {
  id: string;
  name: string;
  mail: string | null;
  phone: string | null;
  state: 'active' | 'disabled' | 'erased';
  grants: PersonGrant[];
}

export interface PersonView extends PersonRow {
  demo: boolean;
  secondFactorEnrolled: boolean;
  createdAt: string;
}

/** A role within a scope, as a form holds it; empty until chosen. */
export interface RoleChoice {
  role: Role | '';
  scopeType: ScopeType | '';
  scopeId: string;
}
