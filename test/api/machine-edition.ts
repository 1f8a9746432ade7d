import { randomUUID } from 'node:crypto';
import { Edition, EditionStage } from '@haishi/contest';
import { Equal } from 'typeorm';
import { editionThatGathers } from '../support/contest.js';
import type { Machine } from '../support/machine.js';
import { managerOf, type World } from './machine-cast.js';

export const EDITION_ROUTES = {
  'try a file': 'POST /editions/check',
  import: 'POST /editions',
  open: 'POST /editions/{edition}/open',
  close: 'POST /editions/{edition}/close',
  archive: 'POST /editions/{edition}/archive',
  'preview a change': 'POST /editions/{edition}/change/preview',
  change: 'POST /editions/{edition}/change',
  'begin a project': 'POST /projects',
};

/** An edition 届 from its file to the archive. */
export async function editionMachine(world: World): Promise<Machine> {
  const { editionId } = world.final;
  const edition = () => managerOf(world).findOneByOrFail(Edition, { id: Equal(editionId) });
  const become = (state: Edition['state']) => () =>
    world.write((work) => work.manager.update(Edition, editionId, { state }));
  const file = (await world.browsers.organiser.get(`/api/v1/editions/${editionId}/file`).expect(200)).body;
  const other = { ...file, name: { ...file.name, zh: `${file.name.zh}（修订）` } };
  const held = async (body: object = {}) => ({ at: { edition: editionId }, version: (await edition()).version, body });
  const fresh = () => ({
    body: { file: editionThatGathers(false), code: `M-${randomUUID().slice(0, 8).toUpperCase()}` },
  });
  return {
    table: `
      state            | action             | nob str own ent che els org out jud sup aud adm
      *                | try a file         | 401 403 403 403 403 403 403 403 403 403 403 =
      *                | import             | 401 403 403 403 403 403 403 403 403 403 403 ok
      draft            | open               | 401 403 403 403 403 403 ok  403 403 403 403 ok  | > open
      closed           | open               | 401 403 403 403 403 403 ok  403 403 403 403 ok  | > open
      open, archived   | open               | 401 403 403 403 403 403 409 403 403 403 403 409 | 409=edition.action_not_allowed
      open             | close              | 401 403 403 403 403 403 ok  403 403 403 403 ok  | > closed
      draft, closed    | close              | 401 403 403 403 403 403 409 403 403 403 403 409 | 409=edition.action_not_allowed
      archived         | close              | 401 403 403 403 403 403 409 403 403 403 403 409 | 409=edition.action_not_allowed
      draft, closed    | archive            | 401 403 403 403 403 403 ok  403 403 403 403 ok  | > archived
      open, archived   | archive            | 401 403 403 403 403 403 409 403 403 403 403 409 | 409=edition.action_not_allowed
      draft, open      | preview a change   | 401 403 403 403 403 403 =   403 403 403 403 =
      closed           | preview a change   | 401 403 403 403 403 403 =   403 403 403 403 =
      archived         | preview a change   | 401 403 403 403 403 403 409 403 403 403 403 409 | 409=edition.action_not_allowed
      draft, open      | change             | 401 403 403 403 403 403 ok  403 403 403 403 ok
      closed           | change             | 401 403 403 403 403 403 ok  403 403 403 403 ok
      archived         | change             | 401 403 403 403 403 403 409 403 403 403 403 409 | 409=edition.action_not_allowed
      draft            | begin a project    | 401 404 404 404 404 404 404 404 404 404 404 404
      open             | begin a project    | 401 ok  ok  ok  ok  ok  ok  ok  ok  ok  ok  ok
      closed, archived | begin a project    | 401 409 409 409 409 409 409 409 409 409 409 409 | 409=project.registration_not_open`,
    routes: EDITION_ROUTES,
    actions: {
      'try a file': fresh,
      import: fresh,
      open: held,
      close: held,
      archive: held,
      'preview a change': () => held({ file: other }),
      change: () => held({ file: other, reason: '按通知' }),
      'begin a project': () => ({ body: { id: randomUUID(), edition: editionId, language: 'zh' } }),
    },
    states: { draft: become('draft'), open: become('open'), closed: become('closed'), archived: become('archived') },
    state: async () => (await edition()).state,
  };
}

export const STAGE_ROUTES = {
  open: 'POST /editions/{edition}/stages/{stage}/open',
  close: 'POST /editions/{edition}/stages/{stage}/close',
  'set dates': 'PUT /editions/{edition}/stages/{stage}/dates',
};

/** A stage of an edition. */
export function stageMachine(world: World): Machine {
  const { editionId } = world.final;
  const edition = () => managerOf(world).findOneByOrFail(Edition, { id: Equal(editionId) });
  const heat = { editionId: Equal(editionId), code: Equal('HEAT') };
  const become = (of: Edition['state'], state: EditionStage['state']) => () =>
    world.write(async (work) => {
      await work.manager.update(Edition, editionId, { state: of });
      await work.manager.update(EditionStage, heat, { state });
    });
  const held = async (body: object = {}) => ({
    ...{ at: { edition: editionId, stage: 'HEAT' }, version: (await edition()).version },
    body,
  });
  return {
    table: `
      state                   | action     | nob str own ent che els org out jud sup aud adm
      planned, closed         | open       | 401 403 403 403 403 403 ok  403 403 403 403 ok  | > open
      open                    | open       | 401 403 403 403 403 403 409 403 403 403 403 409 | 409=edition.action_not_allowed
      open                    | close      | 401 403 403 403 403 403 ok  403 403 403 403 ok  | > closed
      planned, closed         | close      | 401 403 403 403 403 403 409 403 403 403 403 409 | 409=edition.action_not_allowed
      planned of a draft      | open,close | 401 403 403 403 403 403 409 403 403 403 403 409 | 409=edition.action_not_allowed
      open of a closed one    | open,close | 401 403 403 403 403 403 409 403 403 403 403 409 | 409=edition.action_not_allowed
      closed of an archived   | open,close | 401 403 403 403 403 403 409 403 403 403 403 409 | 409=edition.action_not_allowed
      planned, open           | set dates  | 401 403 403 403 403 403 ok  403 403 403 403 ok
      planned of a draft      | set dates  | 401 403 403 403 403 403 ok  403 403 403 403 ok
      open of a closed one    | set dates  | 401 403 403 403 403 403 ok  403 403 403 403 ok
      closed                  | set dates  | 401 403 403 403 403 403 409 403 403 403 403 409 | 409=edition.stage_closed
      closed of an archived   | set dates  | 401 403 403 403 403 403 409 403 403 403 403 409 | 409=edition.action_not_allowed`,
    routes: STAGE_ROUTES,
    actions: {
      open: held,
      close: held,
      'set dates': () => held(LATER),
    },
    states: {
      planned: become('open', 'planned'),
      open: become('open', 'open'),
      closed: become('open', 'closed'),
      'planned of a draft': become('draft', 'planned'),
      'open of a closed one': become('closed', 'open'),
      'closed of an archived': become('archived', 'closed'),
    },
    state: async () => (await managerOf(world).findOneByOrFail(EditionStage, heat)).state,
  };
}

/** Between the stages before and after it: days 115 to 130 of an edition whose first day is 2030-01-07. */
const LATER = { opensAt: '2030-05-03T01:00:00Z', closesAt: '2030-05-16T10:00:00Z' };
