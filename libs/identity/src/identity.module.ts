import { ACTOR_RESOLVER } from '@haishi/platform';
import { Global, Module } from '@nestjs/common';
import { Consents } from './consent/consents.js';
import { Grants } from './grant/grants.js';
import { ScopePlaces } from './grant/scope-places.js';
import { Links } from './link/links.js';
import { Organisations } from './organisation/organisations.js';
import { Persons } from './person/persons.js';
import { SessionResolver } from './session/session.resolver.js';
import { TaskProviders } from './task/task-providers.js';

const PUBLIC = [Persons, Grants, ScopePlaces, Links, Consents, Organisations, TaskProviders];

/** Persons, organisations, sessions, roles, consents and the audit page. */
@Global()
@Module({
  providers: [...PUBLIC, SessionResolver, { provide: ACTOR_RESOLVER, useExisting: SessionResolver }],
  exports: [...PUBLIC, ACTOR_RESOLVER],
})
export class IdentityModule {}
