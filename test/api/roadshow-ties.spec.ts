import { ROADSHOW_CHAIR, ROADSHOW_DESK, ROLES } from '@haishi/contracts';
import { SessionAccess } from '@haishi/contest/roadshow/session.access';
import { Grants, Person, RoleGrant, SecondFactors } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { Database, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { ReviewQueries } from '@haishi/review';
import { Equal, In } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { until } from '../support/facts.js';
import { expectRefused, makePerson, signedIn, signIn, type TestPerson } from '../support/people.js';
import { actFor, recuse } from '../support/ties.js';
import { acceptedProject, begin, listen, openScoring, setStage, type Stage, submit } from './roadshow-session.js';

eachEngine('who leads a session in which they have a tie to an entry', (engine) => {
  let app: TestApp;
  let stage: Stage;
  let own: { browser: Browser; person: TestPerson };

  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app?.close());

  beforeEach(async () => {
    stage = await setStage(app);
    own = await signedIn(app, '另一组织者', [
      { role: 'contest_organiser', scopeType: 'edition', scopeId: stage.editionId },
    ]);
  });

  const refused = (answer: { status: number; body: object }) => {
    expectRefused(answer, 403, 'roadshow.others_lead');
    expect((answer.body as { detail: string }).detail).toContain(stage.projects.a.number);
  };
  /** Everybody else who could lead is recused from the same entry. */
  const nobodyElse = async (...but: string[]) => {
    const grants = await app.get(Database).manager.findBy(RoleGrant, { role: In(Object.keys(ROLES)) });
    const others = new Set(
      grants
        .filter(({ role, scopeId, scopeType }) =>
          scopeType === 'system' ? role === 'contest_organiser' : [stage.editionId, stage.id].includes(scopeId),
        )
        .map(({ personId }) => personId),
    );
    for (const id of [own.person.id, ...but]) others.delete(id);
    for (const id of others) await recuse(app, id, stage.projects.a.id);
  };

  it('reads nothing sealed, decides nothing, and is told for which entry', async () => {
    await begin(stage);
    await openScoring(stage, stage.b);
    await submit(stage, stage.judges[0]!, stage.b, [20, 20, 15, 8, 12]).expect(200);
    await recuse(app, own.person.id, stage.projects.a.id);
    const { path } = stage;
    for (const route of [
      '',
      `/entries/${stage.b}/revisions`,
      `/entries/${stage.b}/strikes`,
      `/keyed/${stage.b}/1`,
      '/ceremony',
      ...['summary', 'results?format=csv', 'score-sheets', 'workbook', 'event-log', 'draw-record'].map(
        (paper) => `/papers/${paper}`,
      ),
    ])
      refused(await own.browser.get(path + route));
    const act = { entryId: stage.b, seatNo: 1, reason: '说明' };
    for (const [route, body] of [
      ['/lock', { entryId: stage.b, reason: '说明' }],
      ['/strike', act],
      ['/recusals', act],
      ['/recusals/lift', act],
      ['/withdraw', { entryId: stage.b, reason: '说明' }],
      ['/close', { reason: '说明' }],
    ] as const)
      refused(await own.browser.post(path + route).send(body));
    refused(await own.browser.put(`${path}/ceremony/freeze`));
    const listener = await listen(app, own.browser);
    expect(await listener.subscribe(ROADSHOW_CHAIR, stage.id)).toMatchObject({
      ok: false,
      code: 'roadshow.others_lead',
    });
    listener.close();
  });

  it('still serves the stage and the record, where nothing is sealed', async () => {
    await begin(stage);
    await recuse(app, own.person.id, stage.projects.a.id);
    await own.browser.post(`${stage.path}/blank`).expect(204);
    await own.browser.post(`${stage.path}/unblank`).expect(204);
    await own.browser.get(`${stage.path}/papers/blank-sheets`).expect(200);
    await stage.chair.post(`${stage.path}/close`).send({ reason: '提前结束' }).expect(204);
    expect((await own.browser.get(`${stage.path}/record`).expect(200)).body).toMatchObject({ results: null });
    expect((await stage.organiser.get(`${stage.path}/record`).expect(200)).body).not.toMatchObject({ results: null });
    const listener = await listen(app, own.browser);
    expect(await listener.subscribe(ROADSHOW_DESK, stage.id)).toMatchObject({ ok: true });
    listener.close();
  });

  it('leads where nobody without a tie could, on record with the entry', async () => {
    await begin(stage);
    await nobodyElse();
    await recuse(app, own.person.id, stage.projects.a.id);
    await own.browser.post(`${stage.path}/withdraw`).send({ entryId: stage.c, reason: '退赛' }).expect(204);
    await own.browser.get(`${stage.path}/papers/summary`).expect(200);
    const events = await app.get(Database).manager.findBy(StoredEvent, {
      subjectId: Equal(stage.id),
      type: In(['roadshow.entry_withdrawn', 'roadshow.paper_made']),
    });
    expect(events.map(({ payload }) => (payload as { tied?: string[] }).tied)).toEqual([
      [stage.projects.a.number],
      [stage.projects.a.number],
    ]);
  });

  it('leads where who else could has no second factor yet, until they have', async () => {
    await begin(stage);
    await nobodyElse();
    await recuse(app, own.person.id, stage.projects.a.id);
    const { id, mail } = await makePerson(
      app,
      '新任组织者',
      [{ role: 'contest_organiser', scopeType: 'edition', scopeId: stage.editionId }],
      false,
    );
    await own.browser.get(`${stage.path}/papers/summary`).expect(200);
    await app.get(UnitOfWork).run(systemActor('test'), (work) => app.get(SecondFactors).install(work, id, mail));
    refused(await own.browser.get(`${stage.path}/papers/summary`));
  });

  it('prepares it where nobody else could, and leaves what is sealed to a chair without a tie', async () => {
    const chair = await signedIn(app, '无利害关系的组长', [{ role: 'chair', scopeType: 'session', scopeId: stage.id }]);
    await nobodyElse(chair.person.id);
    await recuse(app, own.person.id, stage.projects.a.id);
    const { path } = stage;
    await own.browser.get(path).expect(200);
    await own.browser.put(`${path}/meeting`).set('if-match', '*').send({}).expect(204);
    refused(await own.browser.get(`${path}/papers/summary`));
    refused(await own.browser.get(`${path}/entries/${stage.b}/revisions`));
    refused(await own.browser.get(`${path}/ceremony`));
    const { body } = await own.browser.get(`/api/v1/editions/${stage.editionId}/sessions`).expect(200);
    expect(body).toMatchObject([{ tied: [stage.projects.a.number], leads: false, prepares: true, stages: true }]);
    const listener = await listen(app, own.browser);
    expect(await listener.subscribe(ROADSHOW_CHAIR, stage.id)).toMatchObject({ code: 'roadshow.others_lead' });
    listener.close();
  });

  describe('listening to the chair’s channel', () => {
    /** Cut by what `act` does, and refused on coming back. */
    const isPutOutBy = async (act: () => Promise<unknown>) => {
      const listener = await listen(app, own.browser);
      expect(await listener.subscribe(ROADSHOW_CHAIR, stage.id)).toMatchObject({ ok: true });
      const cut = new Promise((resolve) => listener.socket.once('disconnect', resolve));
      await act();
      await cut;
      const again = await listen(app, own.browser);
      expect(await again.subscribe(ROADSHOW_CHAIR, stage.id)).toMatchObject({ code: 'roadshow.others_lead' });
      again.close();
    };

    it('is put out of it as their own project is entered', () =>
      isPutOutBy(async () => {
        const mine = await acceptedProject(app, stage.editionId, { title: '自己的', ownerId: own.person.id });
        await stage.organiser
          .post(`${stage.path}/entries`)
          .send({ projectIds: [mine.id] })
          .expect(204);
      }));

    it('is put out of it as their organisation is corrected while the session runs', async () => {
      const id = await actFor(app, own.person.id, { name: '名称有误的公司' });
      own.browser = await signIn(app, own.person);
      await begin(stage);
      await isPutOutBy(() =>
        own.browser
          .patch(`/api/v1/organisations/${id}`)
          .set('If-Match', '"1"')
          .send({ name: stage.projects.a.organisationName, kind: 'private', industry: 'EIT', countyCode: '130102' })
          .expect(204),
      );
    });

    it('is put out of it as somebody without a tie is appointed, who had led in spite of their own', async () => {
      await begin(stage);
      await nobodyElse();
      await recuse(app, own.person.id, stage.projects.a.id);
      await isPutOutBy(() =>
        signedIn(app, '无利害关系的组长', [{ role: 'chair', scopeType: 'session', scopeId: stage.id }]),
      );
    });

    it('goes on where nobody else could lead, whatever happens', async () => {
      await begin(stage);
      await nobodyElse();
      await recuse(app, own.person.id, stage.projects.a.id);
      const listener = await listen(app, own.browser);
      await listener.subscribe(ROADSHOW_CHAIR, stage.id);
      await signedIn(app, '别处的组长', [{ role: 'chair', scopeType: 'session', scopeId: newId() }]);
      await openScoring({ ...stage, chair: own.browser }, stage.b);
      await submit(stage, stage.judges[0]!, stage.b, [20, 20, 15, 8, 12]).expect(200);
      await until(() => listener.packets.some((packet) => packet.includes('"sheet"')));
      listener.close();
    });
  });

  it('is not let in to the chair’s channel by a tie that is recorded while they are let in', async () => {
    const id = await actFor(app, own.person.id, { name: '名称有误的公司' });
    own.browser = await signIn(app, own.person);
    await begin(stage);
    const access = app.get(SessionAccess);
    const honest = access.get.bind(access);
    const letIn = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    vi.spyOn(access, 'get').mockImplementationOnce(async (...args) => {
      const answer = await honest(...args);
      asked.resolve();
      await letIn.promise;
      return answer;
    });
    const listener = await listen(app, own.browser);
    const cut = new Promise((resolve) => listener.socket.once('disconnect', resolve));
    void listener.subscribe(ROADSHOW_CHAIR, stage.id).catch(() => undefined);
    await asked.promise;
    const name = stage.projects.a.organisationName;
    await own.browser
      .patch(`/api/v1/organisations/${id}`)
      .set('If-Match', '"1"')
      .send({ name, kind: 'private', industry: 'EIT', countyCode: '130102' })
      .expect(204);
    letIn.resolve();
    await cut;
    expect(listener.packets.filter((packet) => packet.includes('snapshot'))).toEqual([]);
    listener.close();
  });

  it('is put out of the chair’s channel when recused as a judge, and finds the session left to others', async () => {
    await begin(stage);
    const [judge] = stage.judges;
    const chairs = { role: 'chair', scopeType: 'session', scopeId: stage.id } as const;
    await app.get(UnitOfWork).run(systemActor('test'), (work) => app.get(Grants).give(work, judge!.person.id, chairs));
    const { body: before } = await judge!.browser.get('/api/v1/sessions').expect(200);
    expect(before).toMatchObject([{ leads: true, seated: true, tied: [] }]);
    expect((await judge!.browser.get(`${stage.path}/desk`).expect(200)).body).toMatchObject({ leads: true });
    expect((await stage.judges[1]!.browser.get(`${stage.path}/desk`).expect(200)).body).toMatchObject({ leads: false });
    const listener = await listen(app, judge!.browser);
    expect(await listener.subscribe(ROADSHOW_CHAIR, stage.id)).toMatchObject({ ok: true });
    const cut = new Promise((resolve) => listener.socket.once('disconnect', resolve));
    await judge!.browser.post(`${stage.path}/recusals/own`).send({ entryId: stage.a, reason: '合作关系' }).expect(204);
    await cut;
    expect((await judge!.browser.get('/api/v1/sessions').expect(200)).body).toMatchObject([
      { leads: false, seated: true, tied: [stage.projects.a.number] },
    ]);
    refused(await judge!.browser.post(`${stage.path}/close`).send({ reason: '说明' }));
    const chair = { ...stage, chair: stage.organiser };
    await openScoring(chair, stage.b);
    await submit(stage, judge!, stage.b, [20, 20, 15, 8, 12]).expect(200);
  });

  it('is told so by who leads alone, not by each judge who is recused', async () => {
    const [judge] = stage.judges;
    await recuse(app, judge!.person.id, stage.projects.a.id);
    expect((await judge!.browser.get('/api/v1/sessions').expect(200)).body).toMatchObject([
      { leads: false, seated: true, tied: [] },
    ]);
  });

  it('enters no project of their own, while others can', async () => {
    const { editionId, path } = stage;
    const mine = await acceptedProject(app, editionId, { title: '自己的', ownerId: own.person.id });
    const closed = await acceptedProject(app, editionId, { title: '回避的' });
    await recuse(app, own.person.id, closed.id);
    const { body } = await own.browser.get(`${path}/candidates`).expect(200);
    const titles = (body as { items: { title: string }[] }).items.map(({ title }) => title);
    for (const kept of ['自己的', '回避的']) expect(titles).not.toContain(kept);
    const enter = (who: Browser, projectIds: string[]) => who.post(`${path}/entries`).send({ projectIds });
    const answer = await enter(own.browser, [mine.id]);
    expectRefused(answer, 403, 'roadshow.own_entries', 'projectIds');
    expect((answer.body as { detail: string }).detail).toContain(mine.number);
    await own.browser.get(path).expect(200);
    await enter(stage.organiser, [mine.id]).expect(204);
    expectRefused(await own.browser.get(path), 403, 'roadshow.others_lead');
    const { body: led } = await own.browser.get(`/api/v1/editions/${editionId}/sessions`).expect(200);
    expect(led).toMatchObject([{ tied: [mine.number] }]);
  });

  it('names to organisers whom they cannot count on', async () => {
    await recuse(app, own.person.id, stage.projects.a.id);
    const supervisor = await signedIn(app, '监督员甲', [
      { role: 'supervisor', scopeType: 'session', scopeId: stage.id },
    ]);
    await recuse(app, supervisor.person.id, stage.projects.b.id);
    expect((await stage.organiser.get(`${stage.path}/tied-leaders`).expect(200)).body).toEqual([
      { personId: own.person.id, name: '另一组织者', numbers: [stage.projects.a.number] },
      { personId: supervisor.person.id, name: '监督员甲', numbers: [stage.projects.b.number] },
    ]);
  });

  it('does not supervise it while another supervisor can', async () => {
    const supervisor = () => signedIn(app, '监督员', [{ role: 'supervisor', scopeType: 'session', scopeId: stage.id }]);
    await begin(stage);
    const tied = await supervisor();
    await stage.chair.post(`${stage.path}/close`).send({ reason: '提前结束' }).expect(204);
    await recuse(app, tied.person.id, stage.projects.a.id);
    await tied.browser.get(`${stage.path}/papers/summary`).expect(200);
    const free = await supervisor();
    const { manager } = app.get(Database);
    await manager.update(Person, { id: Equal(free.person.id) }, { state: 'disabled' });
    await tied.browser.get(`${stage.path}/papers/summary`).expect(200);
    await manager.update(Person, { id: Equal(free.person.id) }, { state: 'active' });
    refused(await tied.browser.get(`${stage.path}/papers/summary`));
    refused(await tied.browser.get(`${stage.path}/record`));
    await free.browser.get(`${stage.path}/papers/summary`).expect(200);
  });

  it('supervises it where another supervisor has a part in it that bars them from it', async () => {
    const role = { role: 'supervisor', scopeType: 'session', scopeId: stage.id } as const;
    await begin(stage);
    await stage.chair.post(`${stage.path}/close`).send({ reason: '提前结束' }).expect(204);
    const tied = await signedIn(app, '监督员', [role]);
    await recuse(app, tied.person.id, stage.projects.a.id);
    const summary = () => tied.browser.get(`${stage.path}/papers/summary`);
    const other = { scopeType: 'session', scopeId: stage.id } as const;
    for (const part of ['chair', 'stage_manager', 'recorder'] as const)
      await signedIn(app, '另有他任', [role, { ...other, role: part }]);
    const seats = await app.get(ReviewQueries).seats(stage.id);
    await app.get(UnitOfWork).run(systemActor('test'), (work) => app.get(Grants).give(work, seats[0]!.personId, role));
    await summary().expect(200);
    await signedIn(app, '别无他任', [role]);
    refused(await summary());
  });
});
