import { ACTOR_RESOLVER } from '@haishi/platform';
import { Global, Module } from '@nestjs/common';
import { AccountController } from './account/account.controller.js';
import { Accounts } from './account/accounts.js';
import { SessionViews } from './account/session-view.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditLedgers } from './audit/audit-ledgers.js';
import { AuditQueries } from './audit/audit.queries.js';
import { AuditService } from './audit/audit.service.js';
import { AuditTrail } from './audit/audit-trail.js';
import { AuditVeils } from './audit/audit-veils.js';
import { ConsentController } from './consent/consent.controller.js';
import { Consents } from './consent/consents.js';
import { AttemptLimits } from './credential/attempt-limits.js';
import { Lockouts } from './credential/lockouts.js';
import { OneTimeCodes } from './credential/one-time-codes.js';
import { Passwords } from './credential/passwords.js';
import { DemoController } from './demo/demo.controller.js';
import { GrantService } from './grant/grant.service.js';
import { Grants } from './grant/grants.js';
import { OwnPlaces } from './grant/own-places.js';
import { ScopePlaces } from './grant/scope-places.js';
import { IdentityNotices } from './identity.notices.js';
import { Acceptance } from './invitation/acceptance.js';
import { InvitationController } from './invitation/invitation.controller.js';
import { InvitationService } from './invitation/invitation.service.js';
import { Invitations } from './invitation/invitations.js';
import { Newcomers } from './invitation/newcomers.js';
import { LinkController } from './link/link.controller.js';
import { Links } from './link/links.js';
import { Agents } from './organisation/agents.js';
import { Evidence } from './organisation/evidence.js';
import { OrganisationAccess } from './organisation/organisation-access.js';
import { OrganisationController } from './organisation/organisation.controller.js';
import { OrganisationQueries } from './organisation/organisation.queries.js';
import { OrganisationService } from './organisation/organisation.service.js';
import { OrganisationTasks } from './organisation/organisation.tasks.js';
import { OrganisationViews } from './organisation/organisation-views.js';
import { Organisations } from './organisation/organisations.js';
import { Identifiers } from './person/identifiers.js';
import { PersonController } from './person/person.controller.js';
import { PersonQueries } from './person/person.queries.js';
import { PersonService } from './person/person.service.js';
import { AddressHolders } from './person/address-holders.js';
import { Persons } from './person/persons.js';
import { Erasure } from './personal-data/erasure.js';
import { OwnData } from './personal-data/own-data.js';
import { PersonalDataController } from './personal-data/personal-data.controller.js';
import { PersonalData } from './personal-data/personal-data.js';
import { SecondFactors } from './second-factor/second-factors.js';
import { SessionResolver } from './session/session.resolver.js';
import { Sessions } from './session/sessions.js';
import { Upkeep } from './session/upkeep.js';
import { CodeRequests } from './sign-in/code-requests.js';
import { CodeSignIn } from './sign-in/code-sign-in.js';
import { PasswordSignIn } from './sign-in/password-sign-in.js';
import { SignInController } from './sign-in/sign-in.controller.js';
import { SignInRefusals } from './sign-in/sign-in-refusals.js';
import { SignUp } from './sign-in/sign-up.js';
import { TaskController } from './task/task.controller.js';
import { TaskProviders } from './task/task-providers.js';

/** What upper rooms use. */
const PUBLIC = [
  AddressHolders,
  AttemptLimits,
  AuditLedgers,
  AuditVeils,
  Consents,
  Grants,
  Identifiers,
  Invitations,
  Links,
  Organisations,
  Passwords,
  PersonalData,
  Persons,
  ScopePlaces,
  SecondFactors,
  TaskProviders,
];

const OWN = [
  Acceptance,
  Accounts,
  Agents,
  AuditQueries,
  AuditService,
  AuditTrail,
  CodeRequests,
  CodeSignIn,
  Erasure,
  Evidence,
  GrantService,
  IdentityNotices,
  InvitationService,
  Lockouts,
  Newcomers,
  OneTimeCodes,
  OrganisationAccess,
  OrganisationQueries,
  OrganisationService,
  OrganisationTasks,
  OrganisationViews,
  OwnData,
  OwnPlaces,
  PasswordSignIn,
  PersonQueries,
  PersonService,
  SessionResolver,
  SessionViews,
  Sessions,
  SignInRefusals,
  SignUp,
  Upkeep,
];

/** Persons, organisations, sessions, roles, consents and the audit page. */
@Global()
@Module({
  controllers: [
    AccountController,
    AuditController,
    ConsentController,
    DemoController,
    InvitationController,
    LinkController,
    OrganisationController,
    PersonController,
    PersonalDataController,
    SignInController,
    TaskController,
  ],
  providers: [...PUBLIC, ...OWN, { provide: ACTOR_RESOLVER, useExisting: SessionResolver }],
  exports: [...PUBLIC, ACTOR_RESOLVER],
})
export class IdentityModule {}
