import { ProjectMember } from '@haishi/contest';
import { MailingRecipient } from '@haishi/contest/mailing/mailing.entity';
import { MailingSender } from '@haishi/contest/mailing/mailing.sender';
import { PersonalData } from '@haishi/identity';
import { Database, Notice, StoredEvent, systemActor, UnitOfWork } from '@haishi/platform';
import { Equal, Like } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, startApp, type TestApp } from '../support/app.js';
import { openEdition } from '../support/contest.js';
import { eachEngine } from '../support/engines.js';
import { lastMessage } from '../support/messages.js';
import { expectRefused, makePerson, signedIn, type TestPerson } from '../support/people.js';
import { nameCore } from './published-stage.js';
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
});
