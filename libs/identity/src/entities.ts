import { Consent } from './consent/consent.entity.js';
import { Lockout, OneTimeCode, Password } from './credential/credential.entity.js';
import { RoleGrant } from './grant/grant.entity.js';
import { Invitation } from './invitation/invitation.entity.js';
import { Link } from './link/link.entity.js';
import { Organisation } from './organisation/organisation.entity.js';
import { Person, PersonIdentifier } from './person/person.entity.js';
import { RecoveryCode, SecondFactor } from './second-factor/second-factor.entity.js';
import { Session } from './session/session.entity.js';

/** This room's tables. */
export const IDENTITY_ENTITIES = [
  Person,
  PersonIdentifier,
  Consent,
  Session,
  Password,
  Lockout,
  OneTimeCode,
  SecondFactor,
  RecoveryCode,
  RoleGrant,
  Invitation,
  Link,
  Organisation,
];
