import type { Role, ScopeType } from '@haishi/contracts';
import {
  assertPassword,
  hashPassword,
  Identifiers,
  Passwords,
  type Person,
  RoleGrant,
  SecondFactors,
} from '@haishi/identity';
import { SecretBox } from '@haishi/platform';
import { COUNTIES } from '@haishi/reference';
import { Injectable } from '@nestjs/common';
import { type AccountPlan, ACCOUNTS, demoPassword, needsSecondFactor } from './demo-accounts.js';
import { DEMO_ACTOR, type Load } from './load.js';
import { chineseName, demoResidentNumber, foreignName } from './people.js';
import { newPerson, storePersons } from './persons.js';

const JUDGES = 200;
const ENTRANTS_AT_HOME = 2_040;
const ENTRANTS_ABROAD = 1_080;
const CHECKERS = 8;
const REVIEWERS = 4;
const GATE_STAFF = 9;

/** The persons of the demonstration, by what they do in it. Where somebody has an account at the panel, they come first. */
export interface Cast {
  account(role: AccountPlan['role']): Person;
  judges: Person[];
  entrantsAtHome: Person[];
  entrantsAbroad: Person[];
  checkers: Person[];
  reviewers: Person[];
  gateStaff: Person[];
  /** One for each region of the contest. */
  regionOrganisers: Person[];
  /** One for each county. */
  countyOfficers: Person[];
}

/** Where the demonstration takes place. */
export interface Places {
  editionId: string;
  regions: readonly string[];
  fairId: string;
}

/** Persons with their credentials, identity numbers and roles. */
@Injectable()
export class PeoplePart {
  constructor(
    private readonly box: SecretBox,
    private readonly passwords: Passwords,
    private readonly secondFactors: SecondFactors,
    private readonly identifiers: Identifiers,
  ) {}

  async load(load: Load, regions: readonly string[]): Promise<Cast> {
    load.begin('人员 persons');
    const accounts = new Map(ACCOUNTS.map(({ role, name, login }) => [role, newPerson(load, name, login)] as const));
    const account = (role: AccountPlan['role']) => accounts.get(role)!;
    const many = (count: number, login: string, newest = 40) =>
      Array.from({ length: count }, (_, index) =>
        newPerson(load, chineseName(load.random), numbered(login, index), load.random.int(newest, 90)),
      );
    const cast: Cast = {
      account,
      judges: [account('judge'), ...many(JUDGES - 1, 'judge')],
      entrantsAtHome: many(ENTRANTS_AT_HOME, 'entrant', 46),
      entrantsAbroad: Array.from({ length: ENTRANTS_ABROAD }, (_, index) =>
        newPerson(load, foreignName(load.random), numbered('founder', index), load.random.int(46, 90), 'en'),
      ),
      checkers: [account('checker'), ...many(CHECKERS - 1, 'checker')],
      reviewers: [account('position_reviewer'), ...many(REVIEWERS - 1, 'reviewer')],
      gateStaff: [account('gate_staff'), ...many(GATE_STAFF - 1, 'gate')],
      regionOrganisers: many(regions.length, 'organiser'),
      countyOfficers: [account('county_officer'), ...many(COUNTIES.length - 1, 'county')],
    };
    const persons = Object.values(cast).flatMap((one: unknown) => (Array.isArray(one) ? (one as Person[]) : []));
    await storePersons(load, [...new Set([...accounts.values(), ...persons])]);
    await this.giveCredentials(load, cast);
    await this.identify(load, [...accounts.values(), ...cast.judges.slice(1)]);
    return cast;
  }

  /** Gives everybody their roles. */
  async grant(load: Load, cast: Cast, { editionId, regions, fairId }: Places): Promise<void> {
    const grantedBy = cast.account('administrator').id;
    const grant = (role: Role, scopeType: ScopeType, scopeId: string, persons: readonly Person[]): RoleGrant[] =>
      persons.map(({ id: personId, createdAt }) => ({
        id: load.id(createdAt),
        personId,
        role,
        scopeType,
        scopeId,
        grantedBy,
        grantedAt: createdAt,
      }));
    await load.insert(RoleGrant, [
      ...grant('administrator', 'system', '', [cast.account('administrator')]),
      ...grant('auditor', 'system', '', [cast.account('auditor')]),
      ...grant('contest_organiser', 'system', '', [cast.account('contest_organiser')]),
      ...regions.flatMap((code, index) =>
        grant('contest_organiser', 'region', `${editionId}/${code}`, [cast.regionOrganisers[index]!]),
      ),
      ...grant('checker', 'edition', editionId, cast.checkers),
      ...grant('judge', 'edition', editionId, cast.judges),
      ...(['chair', 'stage_manager', 'recorder', 'supervisor'] as const).flatMap((role) =>
        grant(role, 'edition', editionId, [cast.account(role)]),
      ),
      ...grant('fair_organiser', 'system', '', [cast.account('fair_organiser')]),
      ...grant('position_reviewer', 'fair', fairId, cast.reviewers),
      ...grant('gate_staff', 'fair', fairId, cast.gateStaff),
      ...COUNTIES.flatMap(({ code }, index) => grant('county_officer', 'county', code, [cast.countyOfficers[index]!])),
    ]);
  }

  /** Passwords for the accounts at the panel, and a second factor where the role demands one. */
  private async giveCredentials(load: Load, cast: Cast): Promise<void> {
    for (const { role } of ACCOUNTS) {
      const { id, mail } = cast.account(role);
      const password = demoPassword(this.box, mail!);
      assertPassword(password, [mail]);
      const hash = await hashPassword(password);
      await load.run(async (work) => {
        await this.passwords.set(work, id, hash);
        if (needsSecondFactor(role)) await this.secondFactors.install(work, id, mail!);
      });
    }
  }

  /** Identity numbers of nobody, whose check digits are right. */
  private async identify(load: Load, persons: readonly Person[]): Promise<void> {
    const taken = new Set<string>();
    await load.run(async (work) => {
      for (const { id } of persons) {
        let number = demoResidentNumber(load.random, 1962, 2001);
        while (taken.has(number)) number = demoResidentNumber(load.random, 1962, 2001);
        taken.add(number);
        await this.identifiers.set(work, id, { type: 'resident', country: 'CN', number });
      }
    }, DEMO_ACTOR);
    load.count(persons.length);
  }
}

/** Logins are numbered from 2: the first of each is the account at the panel. */
const numbered = (login: string, index: number) => `${login}${index + 2}`;
