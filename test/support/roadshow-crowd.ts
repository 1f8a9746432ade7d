import { setTimeout as pause } from 'node:timers/promises';
import {
  type ChairSnapshot,
  type DeskSnapshot,
  ROADSHOW_CHAIR,
  ROADSHOW_DESK,
  ROADSHOW_SCREEN,
  type ScreenSnapshot,
} from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { expect } from 'vitest';
import { applyChair, applyDesk, applyScreen } from '../../apps/web/src/features/roadshow/roadshow-state.js';
import { cookiesOf, type Judge, type Points, type Stage, submit } from '../api/roadshow-session.js';
import type { TestApp } from './app.js';
import { until } from './facts.js';
import { startOf, watch, type WatchOptions, type Watcher } from './watcher.js';

/** What a judge was told is stored. */
export interface Acknowledged {
  seatNo: number;
  sheetKey: string;
  revision: number;
  total: number;
}

/** Hands a sheet in as a tablet does: the same key again and again until there is an answer that is not passing. */
export async function deliver(
  stage: Stage,
  judge: Judge,
  entryId: string,
  points: Points,
  more: { sheetKey?: string; revision?: number } = {},
) {
  const sheetKey = more.sheetKey ?? newId();
  for (;;) {
    const answer = await submit(stage, judge, entryId, points, { ...more, sheetKey }).catch(() => undefined);
    if (answer && answer.status < 500 && answer.status !== 429) return answer;
    await pause(25);
  }
}

/** Lets every judge correct their sheet for `entryId` again and again until `over`; answers what was acknowledged. */
export function scoreOnAndOn(
  stage: Stage,
  entryId: string,
  acknowledged: Acknowledged[],
  over: () => boolean,
): Promise<unknown> {
  return Promise.all(
    stage.judges.map(async (judge) => {
      const { seatNo } = judge;
      for (let revision = 0; !over(); revision += 1) {
        const points: Points = [20 + ((revision + seatNo) % 20) / 2, 20, 16, 7.5, 10 + seatNo / 2];
        const answer = await deliver(stage, judge, entryId, points, { revision });
        expect(answer.status, JSON.stringify(answer.body)).toBe(200);
        const { sheetKey, revision: stored, total } = answer.body as Acknowledged;
        acknowledged.push({ seatNo, sheetKey, revision: stored, total });
      }
    }),
  );
}

/** The history of an entry holds what was acknowledged, each once, and nothing else. */
export async function expectStoredOnce(
  stage: Stage,
  entryId: string,
  acknowledged: readonly Acknowledged[],
): Promise<void> {
  const { body } = await stage.chair.get(`${stage.path}/entries/${entryId}/revisions`).expect(200);
  const inOrder = (list: readonly Acknowledged[]) =>
    list
      .map(({ seatNo, revision, total }) => ({ seatNo, revision, total }))
      .sort((one, other) => one.seatNo - other.seatNo || one.revision - other.revision);
  expect(inOrder(body)).toEqual(inOrder(acknowledged));
  for (const { seatNo } of stage.judges) {
    const own = acknowledged.filter((one) => one.seatNo === seatNo).map(({ revision }) => revision);
    expect(own).toEqual(own.map((_, index) => index + 1));
  }
}

export interface Crowd {
  screen: Watcher<ScreenSnapshot>;
  desk: Watcher<DeskSnapshot>;
  chair: Watcher<ChairSnapshot>;
  all: Watcher<unknown>[];
  close(): void;
}

/** A screen with a link alone, a judge's desk and the chair's desk, all on what `app.url` leads to. */
export async function gather(app: TestApp, stage: Stage, token: string): Promise<Crowd> {
  const judge = await cookiesOf(app, stage.judges[0]!.browser);
  const leader = await cookiesOf(app, stage.chair);
  const follow = <State>(channel: string, options: WatchOptions<State>) => watch(app.url, channel, stage.id, options);
  const screen = follow<ScreenSnapshot>(ROADSHOW_SCREEN, { apply: applyScreen, token });
  const desk = follow<DeskSnapshot>(ROADSHOW_DESK, { apply: applyDesk, cookie: judge });
  const chair = follow<ChairSnapshot>(ROADSHOW_CHAIR, { apply: applyChair, cookie: leader });
  const all = [screen, desk, chair] as Watcher<unknown>[];
  await until(() => all.every(({ fresh }) => fresh));
  return { screen, desk, chair, all, close: () => all.forEach((one) => one.close()) };
}

/**
 * Waits until each watcher shows what a newcomer is shown, and holds it to having come there by every number once and in
 * order, from its first snapshot on and without another.
 */
export async function expectCaughtUp(app: TestApp, stage: Stage, token: string, crowd: Crowd): Promise<void> {
  const late = await gather(app, stage, token);
  for (const [index, watcher] of crowd.all.entries()) {
    const head = startOf(late.all[index]!);
    const start = startOf(watcher);
    await until(() => watcher.fresh && start + watcher.taken.length >= head);
    expect(watcher.taken).toEqual(Array.from({ length: head - start }, (_, step) => start + 1 + step));
    expect(watcher.asked.filter(({ answer }) => 'snapshot' in answer)).toHaveLength(1);
    expect(sorted(watcher.state)).toEqual(sorted(late.all[index]!.state));
  }
  late.close();
}

/** A chair's sheets come in no order of their own. */
function sorted(state: unknown): unknown {
  if (typeof state !== 'object' || state === null || !('sheets' in state)) return state;
  const { sheets, results } = state as ChairSnapshot;
  const by = <Item extends { entryId: string; seatNo?: number }>(list: readonly Item[]) =>
    [...list].sort((one, other) => (`${one.entryId}${one.seatNo}` < `${other.entryId}${other.seatNo}` ? -1 : 1));
  return { sheets: by(sheets), results: by(results) };
}
