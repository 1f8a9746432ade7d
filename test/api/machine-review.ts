import { ReviewEntry, ReviewRound } from '@haishi/contest/online-review/round.entity';
import { newId } from '@haishi/kernel';
import { AssignmentRun } from '@haishi/review';
import { Equal } from 'typeorm';
import { type Machine, onAny } from '../support/machine.js';
import { managerOf, type World } from './machine-cast.js';
import { enter, PLAN, runEnded, sheetOf } from './review-round.js';

const REASON = { reason: '经核实。' };

/** The round with two entries, each with its judges, and a search that ended. */
async function assigned(world: World) {
  const { review, browsers } = world;
  const { organiser, path, judges } = review;
  const [one, two] = (
    await managerOf(world).find(ReviewEntry, { where: { roundId: Equal(review.id) }, order: { number: 'ASC' } })
  ).map(({ id }) => id);
  const by = (at: number) => judges[at]!.person.id;
  const pair = (entryId: string, at: number) => ({ entryId, personId: by(at) });
  for (const [entryId, at] of [
    [one!, 0],
    [one!, 1],
    [two!, 2],
    [two!, 3],
  ] as const)
    await organiser.post(`${path}/pairs`).send(pair(entryId, at)).expect(204);
  await organiser.post(`${path}/runs`).send({ seed: 1, seconds: 5 }).expect(204);
  const { id: run } = await runEnded(review);
  const round = () => managerOf(world).findOneByOrFail(ReviewRound, { id: Equal(review.id) });
  return {
    ...{ run: run as string, own: one!, given: pair(two!, 3), free: pair(one!, 2) },
    at: { round: review.id, edition: review.editionId, stage: 'ONLINE' },
    states: {
      preparing: () => Promise.resolve(),
      open: async () => {
        await browsers.organiser.post(`${path}/open`).send({}).expect(204);
        await enter(review, judges[0]!);
      },
      closed: () => browsers.organiser.post(`${path}/close`).send({}).expect(204),
      confirmed: () => browsers.organiser.post(`${path}/confirm`).send(REASON).expect(204),
    },
    state: async () => (await round()).state,
  };
}

export const ROUND_ROUTES = {
  'set up': 'POST /editions/{edition}/stages/{stage}/review',
  'take in': 'POST /review-rounds/{round}/prepare',
  plan: 'PUT /review-rounds/{round}/plan',
  'order ties': 'PUT /review-rounds/{round}/ties',
  open: 'POST /review-rounds/{round}/open',
  close: 'POST /review-rounds/{round}/close',
  remind: 'POST /review-rounds/{round}/reminders',
  reopen: 'POST /review-rounds/{round}/reopen',
  'look again': 'POST /review-rounds/{round}/rereview',
  rule: 'POST /review-rounds/{round}/rulings',
  'take a ruling back': 'POST /review-rounds/{round}/rulings/revoke',
  'adjust otherwise': 'PUT /review-rounds/{round}/normalisation',
  confirm: 'POST /review-rounds/{round}/confirm',
  unconfirm: 'POST /review-rounds/{round}/unconfirm',
  search: 'POST /review-rounds/{round}/runs',
  'end a search': 'POST /review-rounds/{round}/runs/{run}/cancel',
  apply: 'POST /review-rounds/{round}/runs/{run}/apply',
  give: 'POST /review-rounds/{round}/pairs',
  take: 'POST /review-rounds/{round}/pairs/remove',
  recuse: 'POST /review-rounds/{round}/recusals',
  lift: 'POST /review-rounds/{round}/recusals/lift',
  'give back': 'POST /review-rounds/{round}/pairs/return',
};

/** An online review 网评 in the hands of its organisers. */
export async function roundMachine(world: World): Promise<Machine> {
  const { run, own, given, free, at, states, state } = await assigned(world);
  const { organiser, path, id: panelId } = world.review;
  const stuck = newId();
  const sent =
    (body: object = {}) =>
    () => ({ at: { ...at, run }, body });
  const recused = () =>
    organiser
      .post(`${path}/recusals`)
      .send({ ...given, ...REASON })
      .expect(204);
  const lifted = async () => {
    await recused();
    await organiser
      .post(`${path}/recusals/lift`)
      .send({ ...given, ...REASON })
      .expect(200);
  };
  /** A search that nobody carries out, as of a server that died. */
  const searching = () =>
    world.write(async (work) => {
      const ended = await work.manager.findOneByOrFail(AssignmentRun, { id: Equal(run) });
      const running = { id: stuck, number: ended.number + 1, state: 'running', answer: null, endedAt: null, panelId };
      await work.manager.insert(AssignmentRun, { ...ended, ...running } as never);
    });
  return {
    table: `
      state             | action                              | nob str own ent che els org out jud sup aud adm
      *                 | set up                              | 401 403 403 403 403 403 =   403 403 403 403 403
      preparing, open   | take in, plan                       | 401 403 403 403 403 403 ok  404 403 403 403 403
      closed, confirmed | take in, plan                       | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed
      preparing         | order ties                          | 401 403 403 403 403 403 ok  404 403 403 403 403
      open              | order ties                          | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed
      closed, confirmed | order ties                          | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed
      preparing         | open                                | 401 403 403 403 403 403 ok  404 403 403 403 403 | > open
      open              | open                                | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed
      closed, confirmed | open                                | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed
      open              | close                               | 401 403 403 403 403 403 ok  404 403 403 403 403 | > closed
      preparing         | close, remind                       | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed
      closed, confirmed | close, remind                       | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed
      open              | remind                              | 401 403 403 403 403 403 ok  404 403 403 403 403
      closed            | reopen, look again                  | 401 403 403 403 403 403 ok  404 403 403 403 403 | > open
      closed            | confirm                             | 401 403 403 403 403 403 ok  404 403 403 403 403 | > confirmed
      confirmed         | unconfirm                           | 401 403 403 403 403 403 ok  404 403 403 403 403 | > closed
      preparing, open   | unconfirm                           | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed
      closed            | unconfirm                           | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed
      preparing, open   | reopen, look again, confirm         | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed
      preparing, open   | rule, take a ruling back            | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed
      closed            | rule                                | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=review.tie_separated
      closed            | adjust otherwise                    | 401 403 403 403 403 403 ok  404 403 403 403 403
      preparing, open   | adjust otherwise                    | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed
      confirmed         | adjust otherwise                    | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed
      closed            | take a ruling back                  | 401 403 403 403 403 403 404 404 403 403 403 403
      confirmed         | rule, take a ruling back            | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed
      confirmed         | reopen, look again, confirm         | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed
      preparing, open   | search, end a search, apply         | 401 403 403 403 403 403 ok  404 403 403 403 403
      preparing, open   | give, take, recuse, lift, give back | 401 403 403 403 403 403 ok  404 403 403 403 403
      closed, confirmed | search, end a search, apply         | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed
      closed, confirmed | give, take, recuse, lift, give back | 401 403 403 403 403 403 409 404 403 403 403 403 | 409=online_review.action_not_allowed`,
    routes: ROUND_ROUTES,
    actions: {
      'set up': sent(),
      'take in': sent(),
      plan: onAny(sent({ ...PLAN, level: 2 })),
      'order ties': onAny(sent({ ties: ['untrimmed'] })),
      open: sent(),
      close: sent(),
      remind: sent(),
      reopen: sent(REASON),
      'look again': sent({ entryIds: [given.entryId], judges: 1, ...REASON }),
      rule: sent({ entryIds: [own, given.entryId], ...REASON }),
      'take a ruling back': sent({ entryIds: [own, given.entryId], ...REASON }),
      'adjust otherwise': onAny(sent({ normalisation: 'robust', ...REASON })),
      confirm: sent(REASON),
      unconfirm: sent(REASON),
      search: { send: sent({ seed: 2, seconds: 5 }), after: () => runEnded(world.review) },
      'end a search': { send: () => ({ at: { ...at, run: stuck } }), before: searching },
      apply: sent(),
      give: sent({ ...free, ...REASON }),
      take: sent({ ...given, ...REASON }),
      recuse: sent({ ...given, ...REASON }),
      lift: { send: sent({ ...given, ...REASON }), before: recused },
      'give back': { send: sent(given), before: lifted },
    },
    states,
    state,
  };
}

export const DESK_ROUTES = {
  accept: 'POST /reviews/{round}/terms',
  declare: 'POST /reviews/{round}/declarations',
  'name a tie': 'POST /reviews/{round}/recusals',
  'keep a draft': 'PUT /reviews/{round}/entries/{entry}/draft',
  'hand a sheet in': 'PUT /reviews/{round}/entries/{entry}/sheet',
};

/** The same at the desk of a judge. */
export async function deskMachine(world: World): Promise<Machine> {
  const { own: entryId, at, states } = await assigned(world);
  const sent = (body: object) => () => ({ at: { ...at, entry: entryId }, body });
  return {
    table: `
      state             | action                       | nob str own ent che els org out jud sup aud adm
      preparing         | accept, declare, name a tie  | 401 403 403 403 403 403 403 403 409 403 403 403 | 409=online_review.action_not_allowed
      open              | accept, declare, name a tie  | 401 403 403 403 403 403 403 403 ok  403 403 403
      closed, confirmed | accept, declare, name a tie  | 401 403 403 403 403 403 403 403 409 403 403 403 | 409=online_review.action_not_allowed
      preparing         | keep a draft, hand a sheet in | 401 403 403 403 403 403 403 403 409 403 403 403 | 409=online_review.accept_first
      open              | keep a draft, hand a sheet in | 401 403 403 403 403 403 403 403 ok  403 403 403
      closed, confirmed | keep a draft, hand a sheet in | 401 403 403 403 403 403 403 403 409 403 403 403 | 409=review.scoring_closed`,
    routes: DESK_ROUTES,
    actions: {
      accept: sent({ ties: ['某研究所'] }),
      declare: sent({ ties: [], entries: [] }),
      'name a tie': sent({ entryId, reason: '曾任顾问' }),
      'keep a draft': sent({ scores: { TECH: 2000 } }),
      'hand a sheet in': sent(sheetOf(20)),
    },
    states,
  };
}
