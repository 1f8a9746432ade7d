import { MemberInvitation, Project } from '@haishi/contest';
import { ReviewRound } from '@haishi/contest/online-review/round.entity';
import { RoleGrant } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { Database, StoredEvent } from '@haishi/platform';
import { PanelEntry, Recusal } from '@haishi/review';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { openEdition, organiserOf } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, promoted, signedIn, signIn } from '../support/people.js';
import { actFor, recuse, recuseOthers } from '../support/ties.js';
import {
  addExpert,
  enter,
  openReview,
  PLAN,
  type Review,
  type Reviewer,
  reviewOf,
  runEnded,
  sheetOf,
  declare,
} from './review-round.js';

eachEngine('ties in an online review', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  const entries = async ({ organiser, path }: Review) =>
    (await organiser.get(`${path}/entries`).expect(200)).body.items as {
      entryId: string;
      judges: { personId: string; state: string; reason: string | null }[];
    }[];
  const judgesOf = async (review: Review, entryId: string) =>
    (await entries(review)).find((one) => one.entryId === entryId)!.judges;

  it('lets no organiser decide on a project of their own', async () => {
    const review = await reviewOf(app, 2, 4);
    const { path, judges, projects, editionId, organiser } = review;
    const { person, browser } = await signedIn(app, '当事人', [organiserOf(editionId)]);
    await app.get(Database).manager.update(Project, { id: Equal(projects[0]!.id) }, { ownerId: person.id });
    const [own, other] = await entries(review);
    const personId = judges[0]!.person.id;
    const pair = { entryId: own!.entryId, personId };
    const why = { ...pair, reason: '换人' };
    const refused = async (route: string, body: object, field = 'entryId') =>
      expectRefused(await browser.post(`${path}/${route}`).send(body), 403, 'online_review.tied', field);
    await refused('pairs', pair);
    await refused('recusals', why);
    await organiser.post(`${path}/pairs`).send(pair).expect(204);
    await refused('pairs/remove', why);
    await organiser.post(`${path}/recusals`).send(why).expect(204);
    await refused('recusals/lift', why);
    expect(await judgesOf(review, own!.entryId)).toMatchObject([{ personId, state: 'recused' }]);
    await browser.post(`${path}/pairs`).send({ entryId: other!.entryId, personId }).expect(204);
    await openReview(review);
    await organiser.post(`${path}/close`).send({}).expect(204);
    await refused('rereview', { entryIds: [own!.entryId], judges: 1, reason: '再看' }, 'entryIds');
  });

  it('tells an organiser why a project is closed to them, and leaves results to others while there are any', async () => {
    const review = await reviewOf(app, 5, 6);
    const { path, judges, projects, editionId, organiser } = review;
    const [one] = judges;
    const personId = one!.person.id;
    await addExpert(organiser, editionId, one!.person, { organisationName: '参赛公司1' });
    await openReview(review);
    const mine = await promoted(app, one!.person, organiserOf(editionId));
    const { manager } = app.get(Database);
    const [, second, third] = await entries(review);
    const staff = { entryId: second!.entryId, personId, reason: '曾任导师' };
    await organiser.post(`${path}/recusals`).send(staff).expect(204);
    await manager.insert(Recusal, {
      id: newId(),
      panelId: review.id,
      entryId: third!.entryId,
      personId,
      kind: 'declared',
      reason: '曾任导师',
      at: new Date(),
      madeBy: personId,
      pairAt: null,
    });
    await manager.update(Project, { id: Equal(projects[3]!.id) }, { ownerId: personId });
    const numbers = projects.map(({ number }) => number);
    const expected = [
      [numbers[0], 'organisation', null],
      [numbers[1], 'staff', null],
      [numbers[2], 'declared', null],
      [numbers[3], 'belongs', null],
      [numbers[4], null, projects[4]!.title],
    ];
    type Row = { number: string; closed: string | null; title: string | null };
    const told = (rows: Row[]) =>
      rows.map(({ number, closed, title }) => [number, closed, title]).toSorted(([a], [b]) => (a! < b! ? -1 : 1));
    expect(told((await mine.get(`${path}/entries`).expect(200)).body.items)).toEqual(expected);
    expect((await entries(review)).every((entry) => (entry as never as Row).closed === null)).toBe(true);
    // Nor do numbers of judges tell, beside the entries that each is found to judge, who judges what is closed.
    type Told = { judges: { personId: string; assigned: number; declared: number; scored: number; recused: number }[] };
    const counts = async (browser = mine) => ((await browser.get(path).expect(200)).body as Told).judges;
    const agree = async () => {
      const given = await entries(review);
      const all = await counts();
      for (const judge of all) {
        const { body } = await mine.get(`${path}/entries`).query({ judge: judge.personId }).expect(200);
        const open = given
          .filter(({ entryId }) => entryId === body.items[0]?.entryId)
          .flatMap((entry) => entry.judges.filter((one) => one.personId === judge.personId));
        const recused = open.filter(({ state }) => state === 'recused').length;
        expect([judge.personId, judge.assigned, judge.recused]).toEqual([judge.personId, body.total, recused]);
      }
      const of = (told: Told['judges']) => told.reduce((sum, { assigned }) => sum + assigned, 0);
      const pairs = given.slice(-1).flatMap((entry) => entry.judges.filter(({ state }) => state !== 'recused'));
      expect([of(all), of(await counts(organiser)) > of(all)]).toEqual([pairs.length, true]);
    };
    await agree();
    await organiser.post(`${path}/close`).send({}).expect(204);
    await agree();
    const numbersOf = numbers.slice(0, 4).join('、');
    const reason = { reason: '无人评分' };
    for (const refused of [
      await mine.get(`${path}/results`),
      await mine.get(`${path}/results/export?format=csv`),
      await mine.post(`${path}/confirm`).send(reason),
    ]) {
      expectRefused(refused, 403, 'online_review.others_decide');
      expect((refused.body as { detail?: string }).detail ?? '').toContain(numbersOf);
    }
    await recuseOthers(app, { editionId, personId, projectId: projects[4]!.id });
    // Others have a tie too, but belong to none of it.
    expectRefused(await mine.get(`${path}/results`), 403, 'online_review.others_decide');
    await manager.update(Project, { id: Equal(projects[3]!.id) }, { ownerId: newId() });
    // What closing the review found of it goes with it.
    await manager.delete(Recusal, { panelId: Equal(review.id), personId: Equal(personId), reason: 'owner' });
    const { body: results } = await mine.get(`${path}/results`).expect(200);
    const whole = expected.map(([number, closed], at) => [
      number,
      closed === 'belongs' ? null : closed,
      projects[at]!.title,
    ]);
    expect(told(results.entries)).toEqual(whole);
    await mine.post(`${path}/confirm`).send(reason).expect(204);
    const [confirmed] = await manager.findBy(StoredEvent, {
      subjectId: Equal(review.id),
      type: 'review_round.confirmed',
    });
    expect(confirmed!.payload).toMatchObject({ tied: numbers.slice(0, 3) });
  });

  it('gives nothing of an organisation to who acts for it or is an expert of it in another pool', async () => {
    const review = await reviewOf(app, 3, 6);
    const { organiser, path, judges } = review;
    const [agent, expert] = judges.map(({ person }) => person);
    await actFor(app, agent!.id, { name: '集团', aliases: ['参赛公司1'] });
    const other = await openEdition(app, `POOL-${newId().slice(-8).toUpperCase()}`);
    await addExpert(other.organiser, other.id, expert!, { organisationName: '参赛公司2' });
    await organiser.post(`${path}/prepare`).send({}).expect(204);
    await openReview(review);
    const [first, second] = await entries(review);
    for (const [entry, person] of [
      [first, agent],
      [second, expert],
    ] as const)
      expect(entry!.judges).toContainEqual(
        expect.objectContaining({ personId: person!.id, state: 'recused', reason: 'organisation' }),
      );
  });

  it('closes an entry to its judge at once where the record ties them to it by now, before anybody looks for ties', async () => {
    const review = await reviewOf(app, 2, 2);
    const { organiser, path, desk, judges, editionId } = review;
    const [judge, mate] = judges as [Reviewer, Reviewer];
    await openReview(review);
    for (const one of judges) await enter(review, one);
    const [first, second] = await entries(review);
    const entry = `${desk}/entries/${first!.entryId}`;
    await judge.browser.get(`${entry}/files/0`).expect(200);
    const listed = async ({ browser }: Reviewer) => {
      const { body } = await browser.get(desk).expect(200);
      return [body.assigned, body.entries.map((one: { entryId: string }) => one.entryId).sort()];
    };
    const both = [2, [first!.entryId, second!.entryId].sort()];
    expect(await listed(judge)).toEqual(both);
    const facts = { name: judge.person.name, mail: judge.person.mail };
    await addExpert(organiser, editionId, facts, { organisationName: '参赛公司1' });
    expect(await listed(judge)).toEqual([1, [second!.entryId]]);
    expect(await listed(mate)).toEqual(both);
    expectRefused(await judge.browser.get(entry), 403, 'review.recused');
    expectRefused(await judge.browser.get(`${entry}/files/0`), 403, 'review.recused');
    expectRefused(
      await judge.browser.put(`${entry}/draft`).send({ scores: {}, comment: '', revision: 0 }),
      403,
      'review.recused',
    );
    expectRefused(await judge.browser.put(`${entry}/sheet`).send(sheetOf(20)), 403, 'review.recused');
    const other = `${desk}/entries/${second!.entryId}`;
    await judge.browser.put(`${other}/sheet`).send(sheetOf(20)).expect(200);

    const tie = { entryId: first!.entryId, personId: judge.person.id, reason: '同名的另一家单位' };
    await organiser.post(`${path}/recusals`).send(tie).expect(204);
    await organiser.post(`${path}/recusals/lift`).send(tie).expect(200);
    await organiser.post(`${path}/pairs`).send({ entryId: tie.entryId, personId: tie.personId }).expect(204);
    await declare(judge.browser, desk);
    expect(await listed(judge)).toEqual(both);
    await judge.browser.get(entry).expect(200);
    await recuse(app, judge.person.id, review.projects[0]!.id);
    expect(await listed(judge)).toEqual(both);
    await recuse(app, mate.person.id, review.projects[0]!.id);
    expect(await listed(mate)).toEqual([1, [second!.entryId]]);
  });

  it('closes an entry to a judge who is taken off its project as staff, and recuses them when ties are looked for', async () => {
    const review = await reviewOf(app, 2, 2);
    const { organiser, path, desk, judges, editionId, projects } = review;
    const [judge] = judges as [Reviewer];
    await openReview(review);
    await enter(review, judge);
    await promoted(app, judge.person, { role: 'checker', scopeType: 'edition', scopeId: editionId });
    const personId = judge.person.id;
    const [first] = await entries(review);
    await organiser.post(`/api/v1/projects/${projects[0]!.id}/recusals`).send({ personId, reason: '亲属' }).expect(204);
    expectRefused(await judge.browser.get(`${desk}/entries/${first!.entryId}`), 403, 'review.recused');
    expect(await judgesOf(review, first!.entryId)).toContainEqual(
      expect.objectContaining({ personId, state: 'declared' }),
    );
    await organiser.post(`${path}/prepare`).send({}).expect(204);
    expect(await judgesOf(review, first!.entryId)).toContainEqual(
      expect.objectContaining({ personId, state: 'recused', reason: 'elsewhere' }),
    );
  });

  it('follows what is dismissed at the project, as long as judges are given entries', async () => {
    const review = await reviewOf(app, 2, 3);
    const { organiser, path, judges, editionId, projects } = review;
    const [alike, off, late] = judges as [Reviewer, Reviewer, Reviewer];
    const projectId = projects[0]!.id;
    const project = `/api/v1/projects/${projectId}`;
    const [first] = await entries(review);
    const at = async ({ person }: Reviewer) =>
      (await judgesOf(review, first!.entryId)).find(({ personId }) => personId === person.id)?.state;
    const prepare = () => organiser.post(`${path}/prepare`).send({}).expect(204);
    const decide = (act: string, { person }: Reviewer) =>
      organiser.post(`${project}/${act}`).send({ personId: person.id, reason: '核实后并无关系' }).expect(204);
    for (const { person } of judges)
      await promoted(app, person, { role: 'checker', scopeType: 'edition', scopeId: editionId });

    await addExpert(organiser, editionId, alike.person, { organisationName: '参赛公司1' });
    await decide('recusals/dismiss', alike);
    await prepare();
    expect(await at(alike)).toBeUndefined();

    for (const one of [off, late]) await decide('recusals', one);
    await prepare();
    expect([await at(off), await at(late)]).toEqual(['recused', 'recused']);
    await decide('recusals/dismiss', off);
    expect(await at(off)).toBeUndefined();
    await prepare();
    expect([await at(off), await at(late)]).toEqual([undefined, 'recused']);
    const { manager } = app.get(Database);
    const lifted = await manager.findBy(StoredEvent, { subjectId: Equal(review.id), type: 'recusal.lifted' });
    expect(lifted.map(({ payload }) => payload)).toMatchObject([
      { entryId: first!.entryId, personId: off.person.id, tookPair: false },
    ]);

    // Of a review that gives nobody entries any more the results stay, and the project is open all the same.
    await manager.update(ReviewRound, { id: Equal(review.id) }, { state: 'closed' });
    await decide('recusals/dismiss', late);
    expect(await at(late)).toBe('recused');
    for (const { person } of judges) {
      const browser = await signIn(app, person);
      await browser.get(project).expect(200);
    }
  });

  it('keeps a judge from what they are recused from in another review, and from whose team they joined under another address', async () => {
    const review = await reviewOf(app, 2, 4);
    const { organiser, path, judges, projects } = review;
    const personId = judges[0]!.person.id;
    const elsewhere = { id: newId(), panelId: newId(), externalId: projects[0]!.id, position: 1 };
    const { manager } = app.get(Database);
    await manager.insert(PanelEntry, { ...elsewhere, state: 'closed' });
    await manager.insert(Recusal, {
      id: newId(),
      panelId: elsewhere.panelId,
      entryId: elsewhere.id,
      personId,
      kind: 'declared',
      reason: '曾任导师',
      at: new Date(),
      madeBy: personId,
    });
    const at = new Date();
    const joined = {
      tokenHash: newId(),
      state: 'left' as const,
      agreed: null,
      timesSent: 1,
      sentAt: at,
      expiresAt: at,
    };
    await manager.insert(MemberInvitation, {
      ...joined,
      id: newId(),
      projectId: projects[1]!.id,
      mail: 'other.address@example.com',
      personId,
      stateAt: at,
    });
    const [entry, team] = await entries(review);
    expectRefused(
      await organiser.post(`${path}/pairs`).send({ entryId: entry!.entryId, personId }),
      403,
      'review.recused',
      'personId',
    );
    await openReview(review);
    expect(await judgesOf(review, entry!.entryId)).toContainEqual(
      expect.objectContaining({ personId, state: 'recused', reason: 'elsewhere' }),
    );
    expect(await judgesOf(review, team!.entryId)).toContainEqual(
      expect.objectContaining({ personId, state: 'recused', reason: 'member' }),
    );
  });

  it('does not bring a dismissed recusal back, and loses no sheet by it', async () => {
    const review = await reviewOf(app, 2, 4);
    const { organiser, path, desk, judges, editionId } = review;
    const [judge, other] = judges;
    const personId = judge!.person.id;
    await addExpert(organiser, editionId, judge!.person, { organisationName: '参赛公司1' });
    await organiser.post(`${path}/prepare`).send({}).expect(204);
    const [entry] = await entries(review);
    const tie = { entryId: entry!.entryId, personId };
    await organiser
      .post(`${path}/recusals/lift`)
      .send({ ...tie, reason: '同名的另一家单位' })
      .expect(200);
    await organiser.post(`${path}/pairs`).send(tie).expect(204);
    await openReview(review);
    await enter(review, judge!);
    await judge!.browser.put(`${desk}/entries/${tie.entryId}/sheet`).send(sheetOf(25)).expect(200);
    await enter(review, other!);
    await organiser.post(`${path}/prepare`).send({}).expect(204);
    expect(await judgesOf(review, tie.entryId)).toContainEqual(expect.objectContaining({ personId, state: 'scored' }));
  });

  it('lets no judge take back a sheet by naming a tie once it is in', async () => {
    const review = await reviewOf(app, 2, 4);
    await openReview(review);
    const { entryId, judges } = (await entries(review))[0]!;
    const judge = review.judges.find(({ person }) => person.id === judges[0]!.personId)!;
    await enter(review, judge);
    await judge.browser.put(`${review.desk}/entries/${entryId}/sheet`).send(sheetOf(20)).expect(200);
    const before = await judgesOf(review, entryId);
    const { manager } = app.get(Database);
    const { externalId } = await manager.findOneByOrFail(PanelEntry, { id: Equal(entryId) });
    const { organisationName } = await manager.findOneByOrFail(Project, { id: Equal(externalId) });
    await judge.browser
      .post(`${review.desk}/terms`)
      .send({ ties: [organisationName] })
      .expect(204);
    expect(await judgesOf(review, entryId)).toEqual(
      before.map((one) => (one.personId === judge.person.id ? { ...one, lateTie: 'organisation' } : one)),
    );
  });

  it('finds the ties of an expert whose organisation was corrected since, whoever gives', async () => {
    const review = await reviewOf(app, 2, 4);
    const { organiser, path, judges, editionId } = review;
    const [one, two] = judges.map(({ person }) => person);
    const [entry] = await entries(review);
    await addExpert(organiser, editionId, one!, { organisationName: '参赛公司1' });
    expectRefused(
      await organiser.post(`${path}/pairs`).send({ entryId: entry!.entryId, personId: one!.id }),
      403,
      'review.recused',
      'personId',
    );
    await addExpert(organiser, editionId, two!, { kind: 'investor', organisationName: '某所', aliases: ['参赛公司1'] });
    await openReview(review);
    const held = await judgesOf(review, entry!.entryId);
    for (const { id } of [one!, two!])
      expect(held).toContainEqual(expect.objectContaining({ personId: id, state: 'recused', reason: 'organisation' }));
  });

  it('gives nothing to who lost the role of a judge or left the pool', async () => {
    const review = await reviewOf(app, 2, 6);
    const { organiser, path, judges, editionId } = review;
    const [lost, left] = judges.map(({ person }) => person);
    await app.get(Database).manager.delete(RoleGrant, { personId: Equal(lost!.id) });
    const { body: pool } = await organiser.get(`/api/v1/editions/${editionId}/experts`).expect(200);
    const { id } = pool.find(({ mail }: { mail: string }) => mail === left!.mail);
    await organiser.delete(`/api/v1/editions/${editionId}/experts/${id}`).expect(204);
    const [entry] = await entries(review);
    for (const personId of [lost!.id, left!.id])
      expectRefused(
        await organiser.post(`${path}/pairs`).send({ entryId: entry!.entryId, personId }),
        409,
        'online_review.judge_gone',
        'personId',
      );
    await openReview(review);
    const given = (await entries(review)).flatMap((one) => one.judges.map(({ personId }) => personId));
    expect(given).toHaveLength(4);
    for (const personId of [lost!.id, left!.id]) expect(given).not.toContain(personId);
  });

  it('knows on a stage what the pool has of a judge, and what a review recused them from', async () => {
    const review = await reviewOf(app, 3, 3);
    const { organiser, path, judges, projects, editionId } = review;
    const [one, two, three] = judges.map(({ person }) => person);
    await addExpert(organiser, editionId, one!, { organisationName: '某所', aliases: ['参赛公司1'] });
    await actFor(app, three!.id, { name: '参赛公司2' });
    const [, second] = await entries(review);
    const tie = { entryId: second!.entryId, personId: two!.id, reason: '曾任导师' };
    await organiser.post(`${path}/recusals`).send(tie).expect(204);
    const { body: heat } = await organiser
      .post(`/api/v1/editions/${editionId}/sessions`)
      .send({ stageCode: 'HEAT', name: '赛区赛', room: '一厅' })
      .expect(201);
    for (const [at, { id }] of [one!, two!, three!].entries())
      await organiser
        .post(`/api/v1/sessions/${heat.id}/seats`)
        .send({ seatNo: at + 1, personId: id, kind: 'technical', organisationName: `别处${at}` })
        .expect(204);
    await organiser
      .post(`/api/v1/sessions/${heat.id}/entries`)
      .send({ projectIds: projects.map(({ id }) => id) })
      .expect(204);
    const found = await app.get(Database).manager.findBy(Recusal, { panelId: Equal(heat.id) });
    expect(found.map(({ personId, reason }) => [personId, reason]).toSorted()).toEqual(
      [
        [one!.id, 'organisation'],
        [two!.id, 'elsewhere'],
        [three!.id, 'organisation'],
      ].toSorted(),
    );
    const dismiss = (at: number, personId: string) =>
      organiser
        .post(`/api/v1/projects/${projects[at]!.id}/recusals/dismiss`)
        .send({ personId, reason: '同名的另一家单位' });
    // What a panel decided is lifted there, and what others took over of it goes by that.
    expectRefused(await dismiss(1, two!.id), 409, 'project_recusal.not_dismissible', 'personId');
    await dismiss(0, one!.id).expect(204);
    const gone = found.find(({ personId }) => personId === one!.id)!;
    const [lifted] = await app
      .get(Database)
      .manager.findBy(StoredEvent, { subjectId: Equal(heat.id), type: 'recusal.lifted' });
    expect(lifted!.payload).toMatchObject({ entryId: gone.entryId, seatNo: 1, personId: one!.id });
    const { person: newcomer } = await signedIn(app, '后来者', [
      { role: 'judge', scopeType: 'edition', scopeId: editionId },
    ]);
    const fourth = { seatNo: 4, personId: newcomer.id, kind: 'technical' };
    await organiser
      .post(`/api/v1/sessions/${heat.id}/seats`)
      .send({ ...fourth, organisationName: '参赛公司3' })
      .expect(204);
    const later = await app.get(Database).manager.findBy(Recusal, { panelId: Equal(heat.id) });
    expect(later.map(({ personId }) => personId).toSorted()).toEqual([two!.id, three!.id, fourth.personId].toSorted());
  });

  it('counts nobody who cannot judge any more, and gives theirs to others', async () => {
    const review = await reviewOf(app, 2, 6);
    const { organiser, path } = review;
    await openReview(review);
    const [first] = await entries(review);
    const gone = first!.judges[0]!.personId;
    await app.get(Database).manager.delete(RoleGrant, { personId: Equal(gone) });
    const theirs = (await entries(review)).filter((one) => one.judges.some(({ personId }) => personId === gone));
    const view = async () => (await organiser.get(path).expect(200)).body;
    const before = await view();
    expect(before.counts).toMatchObject({ short: theirs.length, notReady: 1 });
    expect(before.judges.find(({ personId }: { personId: string }) => personId === gone)).toMatchObject({
      active: false,
      room: 0,
    });
    const { body: short } = await organiser.get(`${path}/entries`).query({ only: 'short' }).expect(200);
    expect(short.items.map(({ entryId }: { entryId: string }) => entryId)).toEqual(
      theirs.map(({ entryId }) => entryId),
    );
    await organiser.post(`${path}/runs`).send({ seed: 2, seconds: 20 }).expect(204);
    const run = await runEnded(review);
    await organiser.post(`${path}/runs/${run.id}/apply`).send({}).expect(204);
    expect((await view()).counts.short).toBe(0);
    expect((await entries(review)).flatMap((one) => one.judges.map(({ personId }) => personId))).not.toContain(gone);
  });

  it('counts of who left, and of a project that did, only the sheets that are in', async () => {
    const review = await reviewOf(app, 4, 4);
    const { organiser, path, desk, judges, editionId, projects } = review;
    await organiser
      .put(`${path}/plan`)
      .set('if-match', '*')
      .send({ ...PLAN, composition: [], judgesPerEntry: 4 })
      .expect(204);
    await openReview(review);
    const [withdrawn, unqualified, third, fourth] = judges;
    const progress = async () => (await organiser.get(path).expect(200)).body.progress;
    const scoreFirst = async (judge: Reviewer, sheets: number) => {
      await enter(review, judge);
      const { body } = await judge.browser.get(desk).expect(200);
      for (const { entryId } of body.entries.slice(0, sheets))
        await judge.browser.put(`${desk}/entries/${entryId}/sheet`).send(sheetOf(25)).expect(200);
    };
    await scoreFirst(withdrawn!, 3);
    await scoreFirst(unqualified!, 1);
    expect(await progress()).toEqual({ sheets: 4, expected: 16 });
    const { body: pool } = await organiser.get(`/api/v1/editions/${editionId}/experts`).expect(200);
    const { id } = pool.find(({ mail }: { mail: string }) => mail === withdrawn!.person.mail);
    await organiser.delete(`/api/v1/editions/${editionId}/experts/${id}`).expect(204);
    expect(await progress()).toEqual({ sheets: 4, expected: 15 });
    const { manager } = app.get(Database);
    await manager.delete(RoleGrant, { personId: Equal(unqualified!.person.id) });
    expect(await progress()).toEqual({ sheets: 4, expected: 12 });

    const unscored = projects.at(-1)!;
    await manager.update(Project, { id: Equal(unscored.id) }, { state: 'withdrawn' });
    expect(await progress()).toEqual({ sheets: 4, expected: 10 });
    for (const judge of [third!, fourth!]) await scoreFirst(judge, 3);
    expect(await progress()).toEqual({ sheets: 10, expected: 10 });
  });

  it('applies a search during which sheets came in', async () => {
    const review = await reviewOf(app, 3, 4);
    const { organiser, path, desk, judges } = review;
    await openReview(review);
    for (const judge of judges) await enter(review, judge);
    await organiser.post(`${path}/runs`).send({ seed: 3, seconds: 20 }).expect(204);
    const run = await runEnded(review);
    const { entryId } = (await judges[0]!.browser.get(desk).expect(200)).body.entries[0];
    await judges[0]!.browser.put(`${desk}/entries/${entryId}/sheet`).send(sheetOf(25)).expect(200);
    await organiser.post(`${path}/runs/${run.id}/apply`).send({}).expect(204);
    expect(await judgesOf(review, entryId)).toContainEqual(
      expect.objectContaining({ personId: judges[0]!.person.id, state: 'scored' }),
    );
  });

  it('changes no confirmed result where a project leaves later', async () => {
    const review = await reviewOf(app, 4, 4);
    const { organiser, path, desk, judges, projects } = review;
    const plan = { ...PLAN, composition: [], judgesPerEntry: 4, normalisation: 'additive' };
    await organiser.put(`${path}/plan`).set('if-match', '*').send(plan).expect(204);
    await openReview(review);
    for (const [at, judge] of judges.entries()) {
      await enter(review, judge);
      const { body } = await judge.browser.get(desk).expect(200);
      for (const [index, { entryId }] of body.entries.entries())
        await judge.browser
          .put(`${desk}/entries/${entryId}/sheet`)
          .send(sheetOf(10 + ((at * 5 + index * 3) % 11)))
          .expect(200);
    }
    await organiser.post(`${path}/close`).send({}).expect(204);
    await organiser.post(`${path}/confirm`).send({}).expect(204);
    const results = async () => (await organiser.get(`${path}/results`).expect(200)).body;
    const before = await results();
    await app.get(Database).manager.update(Project, { id: Equal(projects[0]!.id) }, { state: 'withdrawn' });
    expect(await results()).toEqual(before);
  });
});
