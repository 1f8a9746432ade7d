import type { Grant } from '@haishi/contracts';
import { Project } from '@haishi/contest';
import { Grants } from '@haishi/identity';
import { Database, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal } from 'typeorm';
import type { Browser, TestApp } from '../support/app.js';
import { organiserOf, setStageDates } from '../support/contest.js';
import { Callers, CAST, type Cookies, type Role } from '../support/machine.js';
import { makePerson, signIn, type TestPerson } from '../support/people.js';
import { Rows } from '../support/rows.js';
import { decidedStage, type DecidedStage } from './published-stage.js';
import { type Review, reviewOf } from './review-round.js';
import { cookiesOf, importEdition } from './roadshow-session.js';

/** Where machines are tried: one edition with a final that is decided, one with an online review, and everybody of the cast. */
export interface World {
  app: TestApp;
  rows: Rows;
  callers: Callers;
  persons: Record<Exclude<Role, 'nobody'>, TestPerson>;
  browsers: Record<Exclude<Role, 'nobody'>, Browser>;
  final: DecidedStage;
  review: Review;
  /** Changes rows behind the product's back. */
  write(act: Parameters<UnitOfWork['run']>[1]): Promise<unknown>;
}

const HOLD_NOTHING: readonly Role[] = ['nobody', 'stranger', 'owner', 'entrant', 'supervisor', 'auditor'];
const FIELD = { 甲: [30], 乙: [28], 丙: [26] } as const;
const PLAN = { mode: 'total', size: 2, wildcards: 0, waiting: 1, cutTies: 'order' };

export async function openWorld(app: TestApp): Promise<World> {
  const final = await decidedStage(app, FIELD, PLAN);
  const review = await reviewOf(app, 2, 4);
  const elsewhere = await importEdition(app);
  const editions = [final.editionId, review.editionId];
  const write = (act: Parameters<UnitOfWork['run']>[1]) => app.get(UnitOfWork).run(systemActor('test'), act);
  const within = (role: Grant['role'], scopeType: Grant['scopeType'] = 'edition', part = ''): Grant[] =>
    editions.map((id) => ({ role, scopeType, scopeId: id + part }));
  const grants: Record<Exclude<Role, 'nobody' | 'judge'>, Grant[]> = {
    stranger: [],
    owner: [],
    entrant: [],
    checker: within('checker', 'region', '/BJ'),
    elsewhere: within('checker', 'region', '/XA'),
    organiser: within('contest_organiser'),
    outside: [organiserOf(elsewhere)],
    supervisor: within('supervisor'),
    auditor: [{ role: 'auditor', scopeType: 'system', scopeId: '' }],
    administrator: [{ role: 'administrator', scopeType: 'system', scopeId: '' }],
  };
  const [judge] = review.judges;
  await write((work) =>
    app.get(Grants).give(work, judge!.person.id, { role: 'judge', scopeType: 'edition', scopeId: final.editionId }),
  );
  const persons = { judge: judge!.person } as World['persons'];
  const browsers = { judge: judge!.browser } as World['browsers'];
  const cookies: Record<string, string> = { nobody: '' };
  for (const role of CAST) {
    if (role === 'nobody') continue;
    if (role !== 'judge') {
      persons[role] = await makePerson(app, role, grants[role]);
      browsers[role] = await signIn(app, persons[role]);
    }
    cookies[role] = await cookiesOf(app, browsers[role]);
  }
  await setStageDates(app, final.editionId, 'REG', { opensAt: new Date(Date.now() - 3_600_000) });
  const mine = { id: Equal(final.projects['甲']!.id) };
  await write((work) => work.manager.update(Project, mine, { ownerId: persons.owner.id }));
  const callers = new Callers(app, cookies as Cookies, HOLD_NOTHING);
  return { app, rows: new Rows(app), callers, persons, browsers, final, review, write };
}

export const managerOf = ({ app }: World) => app.get(Database).manager;
