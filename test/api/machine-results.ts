import { StageAdvancement } from '@haishi/contest/advancement/advancement.entity';
import { Certificate } from '@haishi/contest/certificate/certificate.entity';
import { NoticeObjection, PublicNotice } from '@haishi/contest/public-notice/public-notice.entity';
import { newId } from '@haishi/kernel';
import { Job } from '@haishi/platform';
import { Equal, In } from 'typeorm';
import { decidedEntries } from '../support/advancement.js';
import { until } from '../support/facts.js';
import type { Machine } from '../support/machine.js';
import { managerOf, type World } from './machine-cast.js';
import { endNoticeDays, publishDecision, publishNotice } from './published-stage.js';

const REASON = { reason: '情况有变。' };
const STATEMENT = { statement: '该项目的知识产权归属有争议。' };

export const ADVANCEMENT_ROUTES = {
  'work out': 'POST /editions/{edition}/stages/{stage}/advancement/preview',
  'look at': 'POST /editions/{edition}/stages/{stage}/advancement/preview/entries',
  decide: 'POST /editions/{edition}/stages/{stage}/advancement/decide',
  publish: 'POST /editions/{edition}/stages/{stage}/advancement/publish',
  replace: 'POST /editions/{edition}/stages/{stage}/advancement/replacements',
};

/** Waits until everybody is told of what was published, which is done by jobs. */
const told = (world: World) =>
  until(async () => (await managerOf(world).countBy(Job, { state: In(['queued', 'running']) })) === 0);

/** Who advances from a final 晋级. */
export async function advancementMachine(world: World): Promise<Machine> {
  const { editionId, organiser, path } = world.final;
  const latest = () => managerOf(world).findOneBy(StageAdvancement, { editionId: Equal(editionId) });
  const { digest } = (await latest())!;
  const at = { edition: editionId, stage: 'FINAL' };
  const held = async (body: object = {}) => ({ at, body, version: (await latest())?.revision ?? 0 });
  const [best] = await decidedEntries<{ entryId: string }>(organiser, `${path}/advancement`);
  return {
    table: `
      state              | action       | nob str own ent che els org out jud sup aud adm
      *                  | work out     | 401 403 403 403 403 403 =   403 403 403 403 403
      *                  | look at      | 401 403 403 403 403 403 =   403 403 403 403 403
      undecided, decided | decide       | 401 403 403 403 403 403 ok  403 403 403 403 403
      published          | decide       | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=advancement.published
      undecided          | publish      | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=advancement.not_decided
      decided            | publish      | 401 403 403 403 403 403 ok  403 403 403 403 403
      published          | publish      | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=advancement.published
      undecided, decided | replace      | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=advancement.not_published
      published          | replace      | 401 403 403 403 403 403 ok  403 403 403 403 403`,
    routes: ADVANCEMENT_ROUTES,
    actions: {
      'work out': () => ({ at, body: { plan: PLAN } }),
      'look at': () => ({ at, body: { plan: PLAN, digest } }),
      decide: () => held({ plan: PLAN, digest, ...REASON }),
      publish: () => held(),
      replace: () => held({ entryId: best!.entryId, ...REASON }),
    },
    states: {
      undecided: () => world.write((work) => work.manager.delete(StageAdvancement, { editionId: Equal(editionId) })),
      decided: () =>
        organiser.post(`${path}/advancement/decide`).set('If-Match', '"0"').send({ plan: PLAN, digest }).expect(204),
      published: async () => {
        await publishDecision(world.final);
        await told(world);
      },
    },
  };
}

/** As the world decided it. */
const PLAN = { mode: 'total', size: 2, wildcards: 0, waiting: 1, cutTies: 'order' };

export const NOTICE_ROUTES = {
  publish: 'POST /editions/{edition}/stages/{stage}/public-notices',
  object: 'POST /public-notices/{id}/objections',
  conclude: 'POST /public-notices/{id}/conclude',
  revoke: 'POST /public-notices/{id}/revoke',
  answer: 'POST /notice-objections/{id}/answer',
};

/** A public notice 公示 and what is objected to it. */
export function noticeMachine(world: World): Machine {
  const { final, browsers, persons } = world;
  const { editionId } = final;
  let id = newId();
  let objection = newId();
  const at = () => ({ id, edition: editionId, stage: 'FINAL' });
  const notice = () => managerOf(world).findOneByOrFail(PublicNotice, { id: Equal(id) });
  const become = (change: Partial<PublicNotice>) => () =>
    world.write((work) => work.manager.update(PublicNotice, { id: Equal(id) }, change));
  const answered = (state: NoticeObjection['state']) =>
    world.write((work) => work.manager.update(NoticeObjection, { id: Equal(objection) }, { state }));
  const end = async (body: object = {}) => ({
    ...{ at: at(), body },
    version: (await managerOf(world).findOneBy(PublicNotice, { id: Equal(id) }))?.revision ?? 1,
  });
  const answer = { outcome: 'dismissed', answer: '经查不实。' };
  return {
    table: `
      state                   | action           | nob str own ent che els org out jud sup aud adm
      unpublished             | publish          | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=advancement.not_published
      published               | publish          | 401 403 403 403 403 403 ok  403 403 403 403 403
      on notice, over         | publish          | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=public_notice.exists
      answered, concluded     | publish          | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=public_notice.exists
      revoked                 | publish          | 401 403 403 403 403 403 ok  403 403 403 403 403
      unpublished, published  | object           | 401 404 404 404 404 404 404 404 404 404 404 404
      on notice               | object           | 401 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
      over, answered          | object           | 401 409 409 409 409 409 409 409 409 409 409 409 | 409=public_notice.closed
      concluded, revoked      | object           | 401 409 409 409 409 409 409 409 409 409 409 409 | 409=public_notice.closed
      unpublished, published  | conclude, revoke | 401 403 403 403 403 403 404 404 403 403 403 404
      on notice               | conclude         | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=public_notice.still_open
      over                    | conclude         | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=public_notice.unanswered
      answered                | conclude         | 401 403 403 403 403 403 ok  403 403 403 403 403 | > concluded
      concluded, revoked      | conclude, revoke | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=public_notice.ended
      on notice               | revoke           | 401 403 403 403 403 403 ok  403 403 403 403 403 | > revoked
      over, answered          | revoke           | 401 403 403 403 403 403 ok  403 403 403 403 403 | > revoked
      unpublished, published  | answer           | 401 403 403 403 403 403 404 404 403 403 403 404
      on notice, over         | answer           | 401 403 403 403 403 403 ok  403 403 403 403 403
      answered                | answer           | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=public_notice.answered
      concluded, revoked      | answer           | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=public_notice.ended`,
    routes: NOTICE_ROUTES,
    actions: {
      publish: () => ({ at: at(), body: { kind: 'advancement', days: 5 } }),
      object: () => ({ at: at(), body: STATEMENT }),
      conclude: () => end(),
      revoke: () => end(REASON),
      answer: () => ({ at: { id: objection }, body: answer }),
    },
    states: {
      unpublished: () => Promise.resolve(),
      published: async () => {
        await publishDecision(final);
        await told(world);
      },
      'on notice': async () => {
        id = await publishNotice(final);
        await browsers.stranger.post(`/api/v1/public-notices/${id}/objections`).send(STATEMENT).expect(201);
        const filed = { noticeId: Equal(id), personId: Equal(persons.stranger.id) };
        objection = (await managerOf(world).findOneByOrFail(NoticeObjection, filed)).id;
      },
      over: () => endNoticeDays(world.app, id),
      answered: () => answered('dismissed'),
      concluded: become({ state: 'concluded' }),
      revoked: become({ state: 'revoked' }),
    },
    state: async () => (await notice()).state,
  };
}

export const CERTIFICATE_ROUTES = {
  issue: 'POST /public-notices/{notice}/certificates',
  revoke: 'POST /certificates/{id}/revoke',
  reissue: 'POST /certificates/{id}/reissue',
  check: 'POST /certificates/verify',
};

/** A certificate 证书 of an award. */
export function certificateMachine(world: World): Machine {
  const { final, browsers } = world;
  let notice = newId();
  let held = { id: newId(), code: '0000000000000000' };
  const mine = { projectId: Equal(final.projects['甲']!.id) };
  return {
    table: `
      state     | action | nob str own ent che els org out jud sup aud adm
      on notice | issue  | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=certificate.not_concluded
      concluded | issue  | 401 403 403 403 403 403 ok  403 403 403 403 403
      issued    | issue  | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=certificate.nothing_to_issue
      revoked   | issue  | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=certificate.nothing_to_issue
      on notice | revoke | 401 403 403 403 403 403 404 404 403 403 403 404
      concluded | revoke | 401 403 403 403 403 403 404 404 403 403 403 404
      issued    | revoke | 401 403 403 403 403 403 ok  403 403 403 403 403
      revoked   | revoke | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=certificate.revoked
      on notice | reissue | 401 403 403 403 403 403 404 404 403 403 403 404
      concluded | reissue | 401 403 403 403 403 403 404 404 403 403 403 404
      issued    | reissue | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=certificate.not_revoked
      revoked   | reissue | 401 403 403 403 403 403 ok  403 403 403 403 403
      on notice | check  | 404 404 404 404 404 404 404 404 404 404 404 404 | 404=certificate.unknown_code
      concluded | check  | 404 404 404 404 404 404 404 404 404 404 404 404 | 404=certificate.unknown_code
      issued    | check  | =   =   =   =   =   =   =   =   =   =   =   =
      revoked   | check  | =   =   =   =   =   =   =   =   =   =   =   =`,
    routes: CERTIFICATE_ROUTES,
    actions: {
      issue: () => ({ at: { notice } }),
      revoke: () => ({ at: { id: held.id }, body: REASON }),
      reissue: () => ({
        at: { id: held.id },
        body: { title: '甲', organisation: '单位', members: ['张三丰'] },
      }),
      check: () => ({ body: { code: held.code } }),
    },
    states: {
      'on notice': async () => {
        await publishDecision(final);
        notice = await publishNotice(final, { kind: 'awards' });
      },
      concluded: async () => {
        await endNoticeDays(world.app, notice);
        const conclude = browsers.organiser.post(`/api/v1/public-notices/${notice}/conclude`);
        await conclude.set('If-Match', '"1"').send({}).expect(204);
      },
      issued: async () => {
        await browsers.organiser.post(`/api/v1/public-notices/${notice}/certificates`).send({}).expect(201);
        await told(world);
        held = await managerOf(world).findOneByOrFail(Certificate, mine);
      },
      revoked: () => browsers.organiser.post(`/api/v1/certificates/${held.id}/revoke`).send(REASON).expect(204),
    },
  };
}
