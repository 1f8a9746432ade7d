import { differences, readLog, replay } from '@haishi/contest';
import { ROADSHOW_CHAIR } from '@haishi/contracts';
import { SessionRecusing } from '@haishi/contest/roadshow/session.recusing';
import { newId } from '@haishi/kernel';
import { Database, StoredEvent } from '@haishi/platform';
import { Equal } from 'typeorm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { eachEngine } from '../support/engines.js';
import { expectRefused, promoted, signedIn } from '../support/people.js';
import { until } from '../support/facts.js';
import { addExpert } from './review-round.js';
import {
  begin,
  inHundredths,
  type Judge,
  listen,
  openScoring,
  type Points,
  setStage,
  type Stage,
  submit,
} from './roadshow-session.js';

const POINTS: Points = [20, 20, 15, 8, 12];

eachEngine('judges who come to a tie after they were seated', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp(engine);
  });
  afterAll(() => app.close());

  /** The pool says now that the judge works where a project of the session comes from. */
  const tie = ({ organiser, editionId, projects }: Stage, { person }: Judge, to: 'a' | 'b' | 'c') =>
    addExpert(organiser, editionId, person, { organisationName: projects[to].organisationName });
  const recusals = async ({ organiser, path }: Stage) => {
    const found = (await organiser.get(path).expect(200)).body.recusals as {
      entryId: string;
      seatNo: number;
      kind: string;
      reason: string;
    }[];
    return found.filter(({ seatNo }) => seatNo !== 7).map(({ entryId, seatNo, reason }) => [entryId, seatNo, reason]);
  };
  const told = async ({ id }: Stage, type: string) => {
    const where = { subjectId: Equal(id), type };
    return (await app.get(Database).manager.findBy(StoredEvent, where)).map(({ payload }) => payload);
  };

  it('are recused when the order is drawn, when the session starts and when the entry is called', async () => {
    const stage = await setStage(app);
    const { organiser, chair, path, judges, a, b, c } = stage;
    await tie(stage, judges[0]!, 'a');
    await organiser.post(`${path}/draw`).expect(204);
    const first = [a, 1, 'organisation'];
    expect(await recusals(stage)).toEqual([first]);
    await tie(stage, judges[1]!, 'b');
    await chair.post(`${path}/start`).expect(204);
    expect(await recusals(stage)).toEqual(expect.arrayContaining([first, [b, 2, 'organisation']]));
    await tie(stage, judges[2]!, 'c');
    await tie(stage, judges[3]!, 'a');
    await chair.post(`${path}/call`).send({ entryId: c }).expect(204);
    const found = await recusals(stage);
    expect(found).toHaveLength(3);
    expect(found).toContainEqual([c, 3, 'organisation']);
    const by = async (type: string) => (await told(stage, type)).map((payload) => payload['recusals']);
    expect([await by('roadshow.drawn'), await by('roadshow.started'), await by('roadshow.called')]).toEqual([
      [[{ entryId: a, seatNo: 1, reason: 'organisation' }]],
      [[{ entryId: b, seatNo: 2, reason: 'organisation' }]],
      [[{ entryId: c, seatNo: 3, reason: 'organisation' }]],
    ]);
  });

  it('hand in no sheet of it, are recused by trying, and the chair is told', async () => {
    const stage = await setStage(app);
    const { chair, judges, a, id, editionId, projects } = stage;
    const [one, two, three] = judges as [Judge, Judge, Judge];
    await begin(stage);
    await openScoring(stage, a);
    await submit(stage, two, a, POINTS).expect(200);
    const listener = await listen(app, chair);
    await listener.subscribe(ROADSHOW_CHAIR, id);
    await tie(stage, one, 'a');
    expectRefused(await submit(stage, one, a, POINTS), 403, 'review.recused');
    expectRefused(await submit(stage, one, a, POINTS), 403, 'review.recused');
    await until(() => listener.packets.some((packet) => packet.includes('"result"') && packet.includes(a)));
    listener.close();
    expect(await recusals(stage)).toEqual([[a, 1, 'organisation']]);
    expect(await told(stage, 'recusal.added')).toEqual([
      { entryId: a, seatNo: 1, personId: one.person.id, kind: 'automatic', reason: 'organisation' },
    ]);
    await promoted(app, three.person, { role: 'checker', scopeType: 'edition', scopeId: editionId });
    await stage.organiser
      .post(`/api/v1/projects/${projects.a.id}/recusals`)
      .send({ personId: three.person.id, reason: '亲属' })
      .expect(204);
    expectRefused(await submit(stage, three, a, POINTS), 403, 'review.recused');
    expect(await recusals(stage)).toContainEqual([a, 3, 'elsewhere']);
  });

  it('are left out of what the log alone comes to, whenever they were found', async () => {
    const stage = await setStage(app);
    const { organiser, chair, path, judges, a } = stage;
    await tie(stage, judges[0]!, 'a');
    await organiser.post(`${path}/draw`).expect(204);
    await tie(stage, judges[1]!, 'a');
    await chair.post(`${path}/start`).expect(204);
    await tie(stage, judges[2]!, 'a');
    await openScoring(stage, a);
    await tie(stage, judges[3]!, 'a');
    expectRefused(await submit(stage, judges[3]!, a, POINTS), 403, 'review.recused');
    for (const judge of judges.slice(4)) await submit(stage, judge, a, POINTS).expect(200);
    await chair.post(`${path}/lock`).send({ entryId: a, reason: '四位评委回避' }).expect(204);
    await chair.post(`${path}/show`).send({ entryId: a }).expect(204);
    const { text } = await chair.get(`${path}/papers/event-log`).buffer(true).expect(200);
    const log = readLog(text);
    const replayed = replay(log.definition, log.events);
    expect(replayed.unknown).toEqual([]);
    expect(differences(replayed.entries, log.outcome.entries)).toEqual([]);
  });

  it('keep the sheet that is in for staff to decide on, and correct it no more', async () => {
    const stage = await setStage(app);
    const { judges, a } = stage;
    const [one] = judges as [Judge];
    await begin(stage);
    await openScoring(stage, a);
    const sheetKey = newId();
    await submit(stage, one, a, POINTS, { sheetKey }).expect(200);
    await tie(stage, one, 'a');
    await submit(stage, one, a, POINTS, { sheetKey }).expect(200);
    expectRefused(await submit(stage, one, a, [1, 1, 1, 1, 1], { revision: 1 }), 403, 'review.recused');
    expect(await recusals(stage)).toEqual([]);
  });

  it('are not keyed for either', async () => {
    const stage = await setStage(app);
    const { chair, judges, a, id, path } = stage;
    const recorder = await signedIn(app, '记录员', [{ role: 'recorder', scopeType: 'session', scopeId: id }]);
    await begin(stage);
    await chair.post(`${path}/call`).send({ entryId: a }).expect(204);
    await chair.post(`${path}/paper`).send({ entryId: a, reason: '停电' }).expect(204);
    await tie(stage, judges[0]!, 'a');
    const keying = { keyId: newId(), revision: 0, scores: inHundredths(POINTS), comment: '' };
    expectRefused(await recorder.browser.put(`${path}/keyed/${a}/1`).send(keying), 403, 'review.recused');
    expect(await recusals(stage)).toEqual([[a, 1, 'organisation']]);
  });

  it('are looked for once, however many sheets come in while nothing can tie anybody', async () => {
    const stage = await setStage(app);
    const { judges, a } = stage;
    await begin(stage);
    await openScoring(stage, a);
    const looks = vi.spyOn(app.get(SessionRecusing), 'look');
    for (const judge of judges.slice(0, 5)) await submit(stage, judge, a, POINTS).expect(200);
    expect(looks).toHaveBeenCalledTimes(1);
    looks.mockRestore();
  });
});
