export type { AuditFilter, AuditRow } from './audit/audit.dto.js';
export { type AuditLedger, AuditLedgers, type AuditSearch } from './audit/audit-ledgers.js';
export { AuditService } from './audit/audit.service.js';
export { type AuditVeil, AuditVeils } from './audit/audit-veils.js';
export { CONSENT_DOCUMENTS, CONSENT_PURPOSES, type ConsentPurpose } from './consent/consent-documents.js';
export { Consent } from './consent/consent.entity.js';
export { Consents } from './consent/consents.js';
export { AttemptLimits } from './credential/attempt-limits.js';
export { Password } from './credential/credential.entity.js';
export { assertPassword, hashPassword, Passwords } from './credential/passwords.js';
export { DEMO_ACCOUNTS, type DemoAccount, type DemoAccounts } from './demo/demo-accounts.js';
export { IDENTITY_ENTITIES } from './entities.js';
export { RoleGrant } from './grant/grant.entity.js';
export { Grants } from './grant/grants.js';
export { type ScopeFinder, type ScopePlace, ScopePlaces } from './grant/scope-places.js';
export { IdentityModule } from './identity.module.js';
export { Invitation } from './invitation/invitation.entity.js';
export { Invitations, type NewInvitation } from './invitation/invitations.js';
export { Link } from './link/link.entity.js';
export { Links, type NewLink } from './link/links.js';
export { IDENTITY_MIGRATIONS } from './migrations.js';
export { Organisation } from './organisation/organisation.entity.js';
export {
  missingEvidence,
  ORGANISATION_KINDS,
  type OrganisationKind,
  type OrganisationState,
} from './organisation/organisation.rules.js';
export { Organisations } from './organisation/organisations.js';
export { type IdentifierInput, Identifiers } from './person/identifiers.js';
export { nameKey } from './person/name-key.js';
export { Person, PersonIdentifier } from './person/person.entity.js';
export { AddressHolders, type HeldAddress } from './person/address-holders.js';
export { type NewPerson, Persons } from './person/persons.js';
export { PersonalData, type PersonalDataHolder } from './personal-data/personal-data.js';
export { SecondFactor } from './second-factor/second-factor.entity.js';
export { SecondFactors } from './second-factor/second-factors.js';
export { Session } from './session/session.entity.js';
export { hashToken, newToken } from './session/token.js';
export { type Task, type TaskProvider, TaskProviders } from './task/task-providers.js';
