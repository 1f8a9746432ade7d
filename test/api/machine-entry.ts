import { Edition } from '@haishi/contest';
import { CollectedProject } from '@haishi/contest/collected/collected.entity';
import { LateCode } from '@haishi/contest/late-code/late-code.entity';
import { newId } from '@haishi/kernel';
import { Expert } from '@haishi/review';
import { Equal } from 'typeorm';
import { type Machine, onAny } from '../support/machine.js';
import { managerOf, type World } from './machine-cast.js';
import { addExpert } from './review-round.js';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

export const COLLECTED_ROUTES = {
  remind: 'POST /collected/{id}/remind',
  'take back': 'POST /collected/{id}/withdraw',
  claim: 'POST /claims/{id}/claim',
  decline: 'POST /claims/{id}/decline',
};

/** A project that was collected 征集项目 from the owner, in Beijing. */
export async function collectedMachine(world: World): Promise<Machine> {
  const { browsers, persons, final, write } = world;
  const id = newId();
  const one: Partial<CollectedProject> = {
    ...{ id, editionId: final.editionId, title: '待认领的项目', titleKey: `待认领的项目 ${id}`, summary: '' },
    ...{ division: 'EIT', field: null, region: 'BJ', groupCode: null },
    ...{ organisationName: '', organisationCountry: 'CN', organisationCode: '' },
    ...{ leaderName: '张三', leaderMail: persons.owner.mail, channel: 'station', referrer: '慕尼黑引才工作站' },
    ...{ state: 'open', importId: null, importedBy: persons.organiser.id, importedAt: new Date() },
    ...{ reopenedAt: null, decidedAt: null, decidedBy: null, reason: null },
  };
  await write((work) => work.manager.insert(CollectedProject, one as never));
  const become =
    (state: CollectedProject['state'], of: Edition['state'] = 'open') =>
    () =>
      write(async (work) => {
        await work.manager.update(CollectedProject, id, { state });
        await work.manager.update(Edition, final.editionId, { state: of });
      });
  const sent = (body: object = {}) => ({ at: { id }, body });
  return {
    table: `
      state                                | action    | nob str own ent che els org out jud sup aud adm
      open                                 | remind    | 401 403 403 403 403 403 ok  404 403 403 403 ok 
      open                                 | take back | 401 403 403 403 403 403 ok  404 403 403 403 ok  | > withdrawn
      open                                 | claim     | 401 404 ok  404 404 404 404 404 404 404 404 404 | > claimed
      open                                 | decline   | 401 404 ok  404 404 404 404 404 404 404 404 404 | > declined
      claimed                              | claim     | 401 404 =   404 404 404 404 404 404 404 404 404
      declined, withdrawn                  | claim     | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=collected.not_open
      claimed, declined, withdrawn         | remind, take back | 401 403 403 403 403 403 409 404 403 403 403 409 | 409=collected.not_open
      claimed, declined, withdrawn         | decline   | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=collected.not_open
      open in closed, open in archive      | remind    | 401 403 403 403 403 403 409 404 403 403 403 409 | 409=edition.action_not_allowed
      open in closed                       | take back | 401 403 403 403 403 403 ok  404 403 403 403 ok  | > withdrawn
      open in archive                      | take back | 401 403 403 403 403 403 409 404 403 403 403 409 | 409=edition.action_not_allowed
      open in closed, open in archive      | claim     | 401 404 409 404 404 404 404 404 404 404 404 404 | 409=project.registration_not_open
      open in closed, open in archive      | decline   | 401 404 ok  404 404 404 404 404 404 404 404 404 | > declined`,
    routes: COLLECTED_ROUTES,
    actions: {
      remind: sent,
      'take back': () => sent({ reason: '重复征集' }),
      claim: sent,
      decline: () => sent({ reason: '今年不参加' }),
    },
    states: {
      open: become('open'),
      declined: become('declined'),
      withdrawn: become('withdrawn'),
      'open in closed': become('open', 'closed'),
      'open in archive': become('open', 'archived'),
      claimed: async () => {
        await become('open')();
        await browsers.owner.post(`/api/v1/claims/${id}/claim`).send({}).expect(200);
      },
    },
    state: async () => (await managerOf(world).findOneByOrFail(CollectedProject, { id: Equal(id) })).state,
  };
}

export const LATE_CODE_ROUTES = {
  make: 'POST /editions/{edition}/late-codes',
  revoke: 'POST /late-codes/{id}/revoke',
};

/** A late code 补交码 of an edition. */
export async function lateCodeMachine(world: World): Promise<Machine> {
  const { browsers, final, write } = world;
  const wanted = { reason: '系统故障', expiresAt: inDays(1).toISOString(), uses: 1 };
  const { body } = await browsers.organiser
    .post(`/api/v1/editions/${final.editionId}/late-codes`)
    .send(wanted)
    .expect(201);
  const at = { edition: final.editionId, id: body.id as string };
  const become =
    (change: Partial<LateCode>, of: Edition['state'] = 'open') =>
    () =>
      write(async (work) => {
        await work.manager.update(LateCode, at.id, {
          revokedAt: null,
          revokedBy: null,
          expiresAt: inDays(1),
          ...change,
        });
        await work.manager.update(Edition, final.editionId, { state: of });
      });
  return {
    table: `
      state                     | action | nob str own ent che els org out jud sup aud adm
      live, over, revoked       | make   | 401 403 403 403 403 403 ok  403 403 403 403 ok 
      live, over                | revoke | 401 403 403 403 403 403 ok  403 403 403 403 ok  | > revoked
      revoked                   | revoke | 401 403 403 403 403 403 409 403 403 403 403 409 | 409=late_code.revoked
      live in closed            | make   | 401 403 403 403 403 403 409 403 403 403 403 409 | 409=edition.action_not_allowed
      live in closed            | revoke | 401 403 403 403 403 403 ok  403 403 403 403 ok  | > revoked`,
    routes: LATE_CODE_ROUTES,
    actions: { make: () => ({ at, body: wanted }), revoke: () => ({ at }) },
    states: {
      live: become({}),
      over: become({ expiresAt: inDays(-1) }),
      revoked: become({ revokedAt: new Date(), revokedBy: world.persons.organiser.id }),
      'live in closed': become({}, 'closed'),
    },
    state: async () =>
      (await managerOf(world).findOneByOrFail(LateCode, { id: Equal(at.id) })).revokedAt ? 'revoked' : 'live',
  };
}

export const EXPERT_ROUTES = {
  add: 'POST /editions/{edition}/experts',
  invite: 'POST /editions/{edition}/expert-invitations',
  'take a tie back': 'POST /editions/{edition}/experts/{expert}/ties/remove',
  withdraw: 'DELETE /editions/{edition}/experts/{expert}',
};

/** An expert 专家 of an edition's pool, who declared a tie. */
export async function expertMachine(world: World): Promise<Machine> {
  const { browsers, review, write } = world;
  const edition = review.editionId;
  const wanted = { name: '钱专家', mail: `${newId()}@example.com`, kind: 'technical', fields: ['EIT'] };
  await addExpert(browsers.organiser, edition, wanted);
  const { id } = await managerOf(world).findOneByOrFail(Expert, { poolId: Equal(edition), mail: wanted.mail });
  const ties = [{ name: '某某公司', at: new Date().toISOString() }];
  const become =
    (withdrawnAt: Date | null, of: Edition['state'] = 'open') =>
    () =>
      write(async (work) => {
        await work.manager.update(Expert, id, { withdrawnAt, ties: ties as never });
        await work.manager.update(Edition, edition, { state: of });
      });
  const at = { edition, expert: id };
  return {
    table: `
      state            | action                           | nob str own ent che els org out jud sup aud adm
      there            | add, invite, take a tie back     | 401 403 403 403 403 403 ok  403 403 403 403 403
      there            | withdraw                         | 401 403 403 403 403 403 ok  403 403 403 403 403 | > withdrawn
      withdrawn        | add                              | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=expert.is_withdrawn
      withdrawn        | invite, take a tie back          | 401 403 403 403 403 403 ok  403 403 403 403 403
      withdrawn        | withdraw                         | 401 403 403 403 403 403 412 403 403 403 403 403 | 412=common.stale
      there in archive | add, invite, take a tie back     | 401 403 403 403 403 403 409 403 403 403 403 403 | 409=edition.action_not_allowed
      there in archive | withdraw                         | 401 403 403 403 403 403 ok  403 403 403 403 403 | > withdrawn`,
    routes: EXPERT_ROUTES,
    actions: {
      add: onAny(() => ({ at, body: { ...wanted, name: '钱教授', organisationName: '某大学' } })),
      invite: () => ({ at }),
      'take a tie back': () => ({ at, body: { tie: '某某公司', reason: '已不再任职' } }),
      withdraw: () => ({ at }),
    },
    states: {
      there: become(null),
      withdrawn: become(new Date()),
      'there in archive': become(null, 'archived'),
    },
    state: async () =>
      (await managerOf(world).findOneByOrFail(Expert, { id: Equal(id) })).withdrawnAt ? 'withdrawn' : 'there',
  };
}
