import { ProjectMember, RoadshowEntry } from '@haishi/contest';
import { MailingRecipient } from '@haishi/contest/mailing/mailing.entity';
import { MailingSender } from '@haishi/contest/mailing/mailing.sender';
import { PersonalData, RoleGrant } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { Database, Notice, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { PanelSeat } from '@haishi/review';
import { Equal, Like } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { draftProject, openEdition, organiserOf } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { lastMessage } from '../support/messages.js';
import { countQueries } from '../support/queries.js';
import { expectRefused, makePerson, signedIn, type TestPerson } from '../support/people.js';
import { actFor, recuse } from '../support/ties.js';
import { decidedStage, nameCore, publishDecision } from './published-stage.js';
import { reviewOf } from './review-round.js';
import { acceptedProject } from './roadshow-session.js';

const MESSAGE = {
  subject: { zh: '{edition}：请准备路演', en: '{edition}: prepare for the roadshow' },
  text: {
    zh: '{name}：您好，项目“{title}”（{number}）请准备。',
    en: 'Dear {name}, please prepare “{title}” ({number}).',
  },
};

eachEngine('a message to many', (engine) => {
  let app: TestApp;
  let organiser: Browser;
  let edition: { id: string; code: string };
  let path: string;
  const owners: TestPerson[] = [];

  beforeAll(async () => {
    app = await startApp(engine);
    const opened = await openEdition(app, `MAIL-${engine.toUpperCase()}`);
    edition = opened;
    organiser = opened.organiser;
    path = `/api/v1/editions/${edition.code}/mailings`;
    for (const [title, region] of [
      ['甲', 'BJ'],
      ['乙', 'BJ'],
      ['丙', 'XA'],
    ] as const) {
      const owner = await makePerson(app, `负责人${title}`);
      owners.push(owner);
      const project = await acceptedProject(app, edition.id, { title, region, ownerId: owner.id });
      if (title === '甲') await nameCore(app, project, '核心甲');
    }
  });
  afterAll(() => app.close());

  const to = (audience: object) => ({ audience, ...MESSAGE });
  const preview = async (audience: object, who = organiser) =>
    (await who.post(`${path}/preview`).send(to(audience)).expect(200)).body;
  const send = async (audience: object, who = organiser): Promise<string> => {
    const { recipients } = await preview(audience, who);
    return (
      await who
        .post(path)
        .send({ ...to(audience), recipients })
        .expect(202)
    ).body.id as string;
  };
  const settled = async (id: string) => {
    let view: { counts: Record<string, number>; recipients: number };
    do {
      await new Promise((resolve) => setTimeout(resolve, 50));
      ({ body: view } = await organiser.get(`/api/v1/mailings/${id}`).expect(200));
    } while (view.counts['sent']! + view.counts['failed']! < view.recipients);
    return view;
  };

  it('is previewed as each will read it, tried on oneself, and sent to each once', async () => {
    const audience = { kind: 'entrants', region: 'BJ', states: ['accepted'] };
    const { recipients, samples } = await preview(audience);
    expect(recipients).toBe(2);
    expect(samples[0].text).toMatch(/^负责人.：您好，项目“.”（T-EIT-.*）请准备。$/);
    await organiser.post(`${path}/test`).send(to(audience)).expect(204);
    const id = await send(audience);
    const { counts } = await settled(id);
    expect(counts).toEqual({ waiting: 0, queued: 0, sent: 2, failed: 0 });
    const message = await lastMessage(app, owners[0]!.mail);
    expect(JSON.stringify(message)).toContain('负责人甲：您好，项目“甲”');
    const { body } = await organiser.get(`/api/v1/mailings/${id}/recipients`).query({ state: 'sent' }).expect(200);
    expect(body.items.map(({ title }: { title: string }) => title).toSorted()).toEqual(['乙', '甲']);
    expect((await organiser.get(path).expect(200)).body).toMatchObject([{ id, recipients: 2 }]);
    // On SQLite thousands are counted where nobody waits for them.
    const counted = await countQueries(app, 'mailing_recipients', () => organiser.get(path).expect(200));
    expect(counted > 0).toBe(engine === 'mysql');
  });

  it('reaches core members and judges by their own address', async () => {
    expect((await preview({ kind: 'core' })).samples[0]).toMatchObject({ name: '核心甲' });
    await makePerson(app, '评委', [{ role: 'judge', scopeType: 'edition', scopeId: edition.id }], false);
    const judges = {
      audience: { kind: 'judges' },
      subject: { zh: '{name}', en: '{name}' },
      text: { zh: '好', en: 'Hi' },
    };
    const { body } = await organiser.post(`${path}/preview`).send(judges).expect(200);
    expect(body).toMatchObject({ recipients: 1, samples: [{ subject: '评委' }] });
  });

  it('goes to nobody twice, where its sending is begun again', async () => {
    const id = await send({ kind: 'entrants', region: 'XA' });
    await settled(id);
    const { manager } = app.get(Database);
    const before = await manager.countBy(Notice, { noticeKey: Like('mailing:%') });
    await manager.update(MailingRecipient, { mailingId: id }, { orderedAt: null });
    const sender = app.get(MailingSender) as unknown as { send(job: object): Promise<void> };
    await sender.send({ input: { mailingId: id }, progress: async () => {} });
    expect(await manager.countBy(Notice, { noticeKey: Like('mailing:%') })).toBe(before);
  });

  it('goes once more to the addresses where it failed and to no other, once however often that is asked', async () => {
    const id = await send({ kind: 'entrants', region: 'BJ' });
    await settled(id);
    const retry = (who = organiser) => who.post(`/api/v1/mailings/${id}/retry`).send({});
    expectRefused(await retry(), 409, 'mailing.none_failed');
    const { manager } = app.get(Database);
    const [failing, other] = await manager.find(MailingRecipient, { where: { mailingId: id }, order: { id: 'ASC' } });
    await manager.update(
      Notice,
      { noticeKey: failing!.noticeKey, channel: 'mail' },
      { state: 'failed', reason: '550 no such box' },
    );
    const { body: told } = await organiser.get(`/api/v1/mailings/${id}/recipients`).query({ state: 'failed' });
    expect(told.items).toMatchObject([{ mail: failing!.mail, tries: 1, reason: '550 no such box' }]);
    const { browser: checker } = await signedIn(app, '审查', [
      { role: 'checker', scopeType: 'edition', scopeId: edition.id },
    ]);
    expectRefused(await retry(checker), 403, 'common.forbidden');
    const tied = await signedIn(app, '有利害关系的组织者', [organiserOf(edition.id)]);
    await recuse(app, tied.person.id, failing!.projectId!);
    expectRefused(await retry(tied.browser), 409, 'mailing.none_failed');
    const answers = await Promise.all([retry(), retry(), retry()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([202, 409, 409]);
    expect((await settled(id)).counts).toEqual({ waiting: 0, queued: 0, sent: 2, failed: 0 });
    const notices = await manager.findBy(Notice, { noticeKey: Like(`mailing:${failing!.id}%`), channel: 'mail' });
    expect(notices.map(({ state }) => state).toSorted()).toEqual(['failed', 'sent']);
    expect(await manager.countBy(Notice, { noticeKey: Like(`mailing:${failing!.id}%`), channel: 'inbox' })).toBe(1);
    expect(await manager.countBy(Notice, { noticeKey: Like(`mailing:${other!.id}%`), channel: 'mail' })).toBe(1);
    const { body } = await organiser.get(`/api/v1/mailings/${id}/recipients`).expect(200);
    expect(body.items).toMatchObject([{ tries: 2, state: 'sent' }, { tries: 1 }]);
    const events = await manager.findBy(StoredEvent, { type: 'mailing.retried' });
    expect(events.map(({ payload }) => payload)).toEqual([{ mailing: id, recipients: 1 }]);
  });

  it('is told of with the edition’s name, and a word for what each reads for themselves', async () => {
    const [{ subject, text }] = (await organiser.get(path).expect(200)).body;
    expect(subject.zh).toMatch(/^(?!.*\{).*：请准备路演$/);
    expect(text.zh).toBe('〔姓名〕：您好，项目“〔项目名称〕”（〔项目编号〕）请准备。');
    expect(text.en).toBe('Dear [name], please prepare “[project title]” ([project number]).');
  });

  it('goes to no core member whose address is none', async () => {
    const project = await acceptedProject(app, edition.id, { title: '戊', region: 'HZ', ownerId: owners[0]!.id });
    await nameCore(app, project, '没有邮箱');
    await app.get(Database).manager.update(ProjectMember, { projectId: Equal(project.id) }, { mail: 'half@' });
    expect((await preview({ kind: 'core', region: 'HZ' })).recipients).toBe(0);
  });

  it('names a choice that the edition does not have, and one of projects for judges', async () => {
    const look = (audience: object) => organiser.post(`${path}/preview`).send(to(audience));
    const bad = { kind: 'entrants', region: 'NOWHERE' };
    expectRefused(await look(bad), 422, 'common.not_a_choice', 'audience.region');
    expectRefused(await look({ kind: 'entrants', states: ['gone'] }), 422, 'common.not_a_choice', 'audience.states');
    const judges = { kind: 'judges', division: 'BIO' };
    expectRefused(await look(judges), 422, 'mailing.not_for_judges', 'audience.division');
  });

  it('forgets whoever is erased, also a core member written to by address alone', async () => {
    const leaving = await makePerson(app, '离开者');
    const project = await acceptedProject(app, edition.id, { title: '丁', region: 'EUA', ownerId: owners[0]!.id });
    const { manager } = app.get(Database);
    await nameCore(app, project, '离开者');
    await manager.update(ProjectMember, { projectId: Equal(project.id) }, { mail: leaving.mail });
    const id = await send({ kind: 'core', region: 'EUA' });
    await settled(id);
    const data = app.get(PersonalData);
    expect(JSON.stringify(await data.export(leaving.id))).toContain(id);
    await manager.update(MailingRecipient, { mailingId: id }, { noticeKey: `never:${id}`, orderedAt: null });
    await app.get(UnitOfWork).run(systemActor('test'), (work) => data.erase(work, leaving.id));
    const { body } = await organiser.get(`/api/v1/mailings/${id}/recipients`).expect(200);
    expect(body.items).toMatchObject([{ name: '—', mail: '', state: 'failed' }]);
    expect((await organiser.get(`/api/v1/mailings/${id}`).expect(200)).body.counts).toMatchObject({ waiting: 0 });
  });

  it('names what nobody fills, and refuses what changed since the preview', async () => {
    const faulty = { ...to({ kind: 'entrants' }), text: { zh: '{score}', en: 'x' } };
    expectRefused(await organiser.post(`${path}/preview`).send(faulty), 422, 'mailing.unknown_placeholder', 'text.zh');
    expectRefused(
      await organiser.post(`${path}/preview`).send(to({ kind: 'judges' })),
      422,
      'mailing.unknown_placeholder',
      'text.zh',
    );
    const long = { ...to({ kind: 'entrants' }), subject: { zh: '长'.repeat(121), en: 'x' } };
    expectRefused(await organiser.post(`${path}/preview`).send(long), 422, 'common.text_too_long', 'subject.zh');
    const other = await organiser.post(path).send({ ...to({ kind: 'entrants' }), recipients: 99 });
    expectRefused(other, 409, 'mailing.recipients_changed');
    const nobody = await organiser.post(path).send({ ...to({ kind: 'entrants', division: 'FOOD' }), recipients: 1 });
    expectRefused(nobody, 409, 'mailing.nobody');
  });

  it('is a region’s own to its organiser, and nobody else’s', async () => {
    const scopeId = `${edition.id}/XA`;
    const { browser: xian } = await signedIn(app, '西安', [
      { role: 'contest_organiser', scopeType: 'region', scopeId },
    ]);
    expect((await preview({ kind: 'entrants' }, xian)).recipients).toBe(1);
    expectRefused(
      await xian
        .post(`${path}/preview`)
        .send({ ...to({ kind: 'judges' }), subject: { zh: 'a', en: 'a' }, text: { zh: 'a', en: 'a' } }),
      403,
      'common.forbidden',
    );
    const [{ id: theirs }] = (await organiser.get(path).expect(200)).body;
    expectRefused(await xian.get(`/api/v1/mailings/${theirs}`), 404, 'common.not_found');
    expectRefused(await xian.get(`/api/v1/mailings/${theirs}/recipients`), 404, 'common.not_found');
    const own = await send({ kind: 'entrants' }, xian);
    expect((await xian.get(path).expect(200)).body.map(({ id }: { id: string }) => id)).toEqual([own]);
    const { browser: checker } = await signedIn(app, '审查', [
      { role: 'checker', scopeType: 'edition', scopeId: edition.id },
    ]);
    expectRefused(await checker.get(path), 403, 'common.forbidden');
  });

  describe('tells who sends it', () => {
    /** An edition with projects of 甲 and 乙, and a draft. */
    async function setUp(code: string) {
      const opened = await openEdition(app, `${code}-${engine.toUpperCase()}`);
      const [first, second] = [await makePerson(app, '甲主'), await makePerson(app, '乙主')];
      const 甲 = await acceptedProject(app, opened.id, { title: '秘密甲', ownerId: first.id });
      const 乙 = await acceptedProject(app, opened.id, { title: '公开乙', ownerId: second.id });
      const own = await signedIn(app, '有利害关系的组织者', [organiserOf(opened.id)]);
      return { ...opened, 甲, 乙, first, second, own, mailings: `/api/v1/editions/${opened.code}/mailings` };
    }
    const message = { ...MESSAGE, audience: { kind: 'entrants' } };

    it.each([
      [
        'recused from it',
        'MSTAFF',
        (place: Awaited<ReturnType<typeof setUp>>) => recuse(app, place.own.person.id, place.甲.id),
      ],
      [
        'of its organisation',
        'MORG',
        ({ own, 甲 }: Awaited<ReturnType<typeof setUp>>) =>
          actFor(app, own.person.id, { name: 甲.organisationName, creditCode: 甲.organisationCode }),
      ],
    ] as const)(
      'nothing of a project where they are %s, not even by a count, which it reaches all the same',
      async (_, code, tie) => {
        const place = await setUp(code);
        await tie(place);
        const { mailings, own, first, second, organiser: other } = place;
        const { body: looked } = await own.browser.post(`${mailings}/preview`).send(message).expect(200);
        expect(looked).toMatchObject({ recipients: 1, recused: 1, samples: [{ mail: second.mail }] });
        await own.browser.post(`${mailings}/test`).send(message).expect(204);
        const tested = await lastMessage(app, own.person.mail);
        expect(tested).toContain('公开乙');
        expect(tested).not.toContain('秘密甲');
        const sent = await own.browser
          .post(mailings)
          .send({ ...message, recipients: 1 })
          .expect(202);
        const path = `/api/v1/mailings/${sent.body.id}`;
        const { body } = await own.browser.get(`${path}/recipients`).expect(200);
        expect(body.items).toMatchObject([{ mail: second.mail }]);
        expect(JSON.stringify([looked, body])).not.toMatch(new RegExp(`秘密甲|${place.甲.number!}|${first.mail}`));
        await expect.poll(() => lastMessage(app, first.mail).catch(() => '')).toContain('秘密甲');
        const totals = async (who: Browser) => {
          const { body: one } = await who.get(path).expect(200);
          const { body: all } = await who.get(mailings).expect(200);
          const sum = Object.values(one.counts as Record<string, number>).reduce((total, count) => total + count, 0);
          return [one.recipients, sum, all[0].recipients];
        };
        expect(await totals(own.browser)).toEqual([1, 1, 1]);
        expect(await totals(other)).toEqual([2, 2, 2]);
      },
    );

    it('that nobody gets it, where all whom they chose are closed to them, in whatever state', async () => {
      const { mailings, own, 甲, 乙 } = await setUp('MNONE');
      for (const { id } of [甲, 乙]) await recuse(app, own.person.id, id);
      for (const states of [['accepted'], ['rejected']]) {
        const chosen = { ...message, audience: { kind: 'entrants', states } };
        const { body: looked } = await own.browser.post(`${mailings}/preview`).send(chosen).expect(200);
        expect(looked).toEqual({ recipients: 0, recused: 2, samples: [] });
        expectRefused(await own.browser.post(`${mailings}/test`).send(chosen), 409, 'mailing.nobody');
        const sent = own.browser.post(mailings).send({ ...chosen, recipients: 2 });
        expectRefused(await sent, 409, 'mailing.nobody');
      }
    });

    it('no title of a project that was never handed in', async () => {
      const { code, own, mailings } = await setUp('MDRAFT');
      const { browser: entrant } = await signedIn(app, '草稿主');
      await draftProject(entrant, code, { title: '从未提交的草稿' }, false);
      const drafts = { ...MESSAGE, audience: { kind: 'entrants', states: ['draft'] } };
      const { body: looked } = await own.browser.post(`${mailings}/preview`).send(drafts).expect(200);
      expect(looked).toMatchObject({ recipients: 1, samples: [{ name: '草稿主' }] });
      expect(looked.samples[0].text).toContain('项目“〔项目名称〕”');
      await own.browser.post(`${mailings}/test`).send(drafts).expect(204);
      expect(await lastMessage(app, own.person.mail)).not.toContain('从未提交的草稿');
      const sent = await own.browser
        .post(mailings)
        .send({ ...drafts, recipients: 1 })
        .expect(202);
      const { body } = await own.browser.get(`/api/v1/mailings/${sent.body.id}/recipients`).expect(200);
      expect(body.items).toMatchObject([{ name: '草稿主', title: '' }]);
    });

    it('who organises and reads projects alone', async () => {
      const { mailings, own } = await setUp('MADMIN');
      const { browser: administrator } = await signedIn(app, '系统管理员', [
        { role: 'administrator', scopeType: 'system', scopeId: '' },
      ]);
      expectRefused(await administrator.post(`${mailings}/preview`).send(message), 403, 'common.forbidden');
      expectRefused(await administrator.post(`${mailings}/test`).send(message), 403, 'common.forbidden');
      expectRefused(await administrator.get(mailings), 403, 'common.forbidden');
      const sent = await own.browser
        .post(mailings)
        .send({ ...message, recipients: 2 })
        .expect(202);
      const path = `/api/v1/mailings/${sent.body.id}`;
      for (const route of [path, `${path}/recipients`])
        expectRefused(await administrator.get(route), 404, 'common.not_found');
    });
  });

  describe('to where projects stand', () => {
    const judges = { subject: { zh: '{name}', en: '{name}' }, text: { zh: '好', en: 'Hi' } };

    /** A final of four with one seat on the waiting list, its decision not yet published. */
    async function setUp() {
      const owner = await makePerson(app, '晋级者');
      const stage = await decidedStage(
        app,
        {
          甲: [30, { ownerId: owner.id }],
          乙: [28, { ownerId: owner.id }],
          丙: [26, { ownerId: owner.id }],
          丁: [24, { ownerId: owner.id }],
        },
        { mode: 'total', size: 2, wildcards: 0, waiting: 1, cutTies: 'order' },
      );
      await acceptedProject(app, stage.editionId, { title: '场外', ownerId: owner.id });
      const base = `/api/v1/editions/${stage.editionId}`;
      const look = (audience: object) =>
        stage.organiser
          .post(`${base}/mailings/preview`)
          .send({ ...MESSAGE, text: { zh: '{title}', en: '{title}' }, audience: { kind: 'entrants', ...audience } });
      const titles = async (audience: object) => {
        const { body } = await look(audience).expect(200);
        return body.samples.map(({ text }: { text: string }) => text).toSorted();
      };
      const { body: choices } = await stage.organiser.get(`${base}/mailing-choices`).expect(200);
      return { ...stage, base, look, titles, choices, session: choices.sessions[0].id as string };
    }

    it('in a stage, once that is published, whoever moved up or left since, and in a session', async () => {
      const { base, organiser, look, titles, choices, session, path, ...stage } = await setUp();
      expect(choices).toMatchObject({ stages: [], sessions: [{ name: '路演', room: '大剧院' }] });
      expectRefused(await look({ stage: 'FINAL' }), 422, 'mailing.not_published', 'audience.stage');
      await publishDecision({ ...stage, organiser, path });
      const { body: after } = await organiser.get(`${base}/mailing-choices`).expect(200);
      expect(after.stages).toMatchObject([{ code: 'FINAL' }]);
      const at = (...standings: string[]) => ({ stage: 'FINAL', standings });
      expect(await titles(at('advances'))).toEqual(['乙', '甲']);
      expect(await titles(at('waiting'))).toEqual(['丙']);
      expect(await titles(at('out', 'waiting'))).toEqual(['丁', '丙']);
      expect((await look(at()).expect(200)).body.recipients).toBe(4);
      expect((await look({ session }).expect(200)).body.recipients).toBe(4);
      expect((await look({}).expect(200)).body.recipients).toBe(5);
      const entries = await app.get(Database).manager.findBy(RoadshowEntry, { sessionId: Equal(session), title: '甲' });
      await organiser
        .post(`${path}/advancement/replacements`)
        .set('If-Match', '"2"')
        .send({ entryId: entries[0]!.id, reason: '退赛' })
        .expect(204);
      expect(await titles(at('advances'))).toEqual(['丙', '乙']);
      expect((await look(at()).expect(200)).body.recipients).toBe(3);
      expectRefused(await look({ standings: ['out'] }), 422, 'mailing.standing_of_none', 'audience.stage');
      expectRefused(await look(at('best')), 422, 'common.not_a_choice', 'audience.standings');
      expectRefused(await look({ stage: 'NONE' }), 422, 'mailing.not_published', 'audience.stage');
    });

    it('and to the judges of a session by its role or its seats, of the whole edition as of one session', async () => {
      const { base, organiser, session, editionId } = await setUp();
      const of = async (audience: object = {}) =>
        (
          await organiser
            .post(`${base}/mailings/preview`)
            .send({ ...judges, audience: { kind: 'judges', ...audience } })
            .expect(200)
        ).body.recipients as number;
      expect([await of({ session }), await of()]).toEqual([0, 0]);
      const seated = await makePerson(app, '席上评委');
      const seat = {
        id: newId(),
        panelId: session,
        seatNo: 99,
        personId: seated.id,
        kind: 'investor',
        organisationName: '',
      };
      await app
        .get(UnitOfWork)
        .run(systemActor('test'), (work) => work.manager.insert(PanelSeat, { ...seat, creditCode: null }));
      expect([await of({ session }), await of()]).toEqual([1, 1]);
      await makePerson(app, '场次评委', [{ role: 'judge', scopeType: 'session', scopeId: session }], false);
      expect([await of({ session }), await of()]).toEqual([2, 2]);
      await makePerson(app, '本届评委', [{ role: 'judge', scopeType: 'edition', scopeId: editionId }], false);
      expect([await of({ session }), await of()]).toEqual([2, 3]);
      const elsewhere = await setUp();
      const other = { ...judges, audience: { kind: 'judges', session: elsewhere.session } };
      expectRefused(
        await organiser.post(`${base}/mailings/preview`).send(other),
        422,
        'mailing.unknown_session',
        'audience.session',
      );
      expectRefused(
        await organiser
          .post(`${base}/mailings/preview`)
          .send({ ...MESSAGE, audience: { kind: 'core', session: elsewhere.session } }),
        422,
        'mailing.unknown_session',
        'audience.session',
      );
    });

    it('and to the judges of an online review by their seats', async () => {
      const review = await reviewOf(app, 3, 3);
      const { manager } = app.get(Database);
      await manager.delete(RoleGrant, { role: 'judge', scopeId: review.editionId });
      const { body } = await review.organiser
        .post(`/api/v1/editions/${review.editionId}/mailings/preview`)
        .send({ ...judges, audience: { kind: 'judges' } })
        .expect(200);
      expect(body.recipients).toBe(3);
    });
  });
});
