import { type Actor, type LocalText, ROADSHOW_ENDED, type RoadshowState } from '@haishi/contracts';
import { ScopePlaces, type Task, TaskProviders } from '@haishi/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { KEYABLE } from '../roadshow-keyed/keyed.rules.js';
import type { WitnessSubject } from '../roadshow-record/record.entity.js';
import { RecordQueries } from '../roadshow-record/record.queries.js';
import { sessionScopes } from './session.scopes.js';
import { type SessionProgress, SessionProgresses } from './session.progress.js';
import { SessionQueries } from './session.queries.js';
import { SessionReader } from './session.reader.js';

/** In which somebody has something to do. */
const LIVELY: readonly RoadshowState[] = ['signin', 'ready', 'running', 'stopped'];

/** What a session is to the rooms below: a place that roles are given in, and a task for who has one there. */
@Injectable()
export class RoadshowPlaces implements OnModuleInit {
  constructor(
    private readonly places: ScopePlaces,
    private readonly tasks: TaskProviders,
    private readonly sessions: SessionQueries,
    private readonly reader: SessionReader,
    private readonly progress: SessionProgresses,
    private readonly records: RecordQueries,
  ) {}

  onModuleInit(): void {
    this.places.register('session', async (id) => {
      const session = await this.sessions.find(id);
      return session ? { label: { zh: session.name, en: session.name }, within: sessionScopes(session) } : undefined;
    });
    this.tasks.register({ tasks: (actor) => this.tasksOf(actor) });
  }

  private async tasksOf(actor: Actor): Promise<Task[]> {
    const sessions = (await this.reader.own(actor)).filter(
      ({ state, witnesses }) => LIVELY.includes(state) || (witnesses && ROADSHOW_ENDED.includes(state)),
    );
    const lists = await Promise.all(
      sessions.map(async (session) => [
        ...(LIVELY.includes(session.state) ? await this.tasksIn(actor, session) : []),
        ...(session.witnesses && !session.leads ? await this.supervision(session) : []),
      ]),
    );
    return lists.flat();
  }

  /** What waits for a supervisor's word. */
  private async supervision({ id, name, room, state }: OwnSession): Promise<Task[]> {
    const subject = await this.records.toWitness(await this.sessions.get(id));
    if (subject === null) return [];
    return [
      {
        kind: 'roadshow.witness',
        title: { zh: `监督“${name}”`, en: `Supervise ${name}` },
        detail: toWitness[subject](room),
        count: 1,
        href: `/roadshow/${id}/record`,
        live: state === 'running',
      },
    ];
  }

  private async tasksIn(actor: Actor, session: OwnSession): Promise<Task[]> {
    const { id, name, state, seated, leads, stages, records } = session;
    const progress = await this.progress.of(id, actor.id);
    const live = state === 'running';
    const begins = state === 'stopped' ? session.resumesAt : live ? null : session.startsAt;
    const due = begins ? { dueAt: new Date(begins) } : {};
    const before = (otherwise: (room: string) => LocalText) =>
      awaiting(session, state === 'signin' ? gathering : otherwise);
    const tasks: Task[] = [];
    if (seated && progress.toScore > 0)
      tasks.push({
        kind: 'roadshow.score',
        title: { zh: `为“${name}”评分`, en: `Score ${name}` },
        detail: live ? onStage(progress) : before(awaitingStart),
        count: progress.toScore,
        href: `/roadshow/${id}/desk`,
        live,
        ...due,
      });
    if (leads)
      tasks.push({
        kind: 'roadshow.chair',
        title: { zh: `主持“${name}”`, en: `Chair ${name}` },
        detail: live ? onStage(progress) : before(readyToStart),
        count: progress.toShow,
        href: `/roadshow/${id}/chair`,
        live,
        ...due,
      });
    if (stages && !leads)
      tasks.push({
        kind: 'roadshow.stage',
        title: { zh: `“${name}”舞台监督`, en: `Manage the stage of ${name}` },
        detail: live ? onStage(progress) : before(readyToStart),
        count: progress.toShow,
        href: `/roadshow/${id}/stage`,
        live,
        ...due,
      });
    if (records && progress.toKey > 0 && KEYABLE.includes(state))
      tasks.push({
        kind: 'roadshow.key',
        title: { zh: `录入“${name}”的纸质评分单`, en: `Key paper sheets of ${name}` },
        detail: live ? onStage(progress) : awaiting(session, readyToStart),
        count: progress.toKey,
        href: `/roadshow/${id}/keyed`,
        live,
      });
    if (records && !leads)
      tasks.push({
        kind: 'roadshow.record',
        title: { zh: `“${name}”场记`, en: `Record ${name}` },
        detail: live ? onStage(progress) : before(readyToStart),
        count: progress.toSignIn,
        href: `/roadshow/${id}/sign-in`,
        live: live || state === 'signin',
        ...due,
      });
    return tasks;
  }
}

type OwnSession = Awaited<ReturnType<SessionReader['own']>>[number];

function onStage({ entries, toShow, current }: SessionProgress): LocalText {
  const zh = `已亮分 ${entries - toShow} / ${entries}`;
  const en = `${entries - toShow} of ${entries} shown`;
  return current ? { zh: `${zh} · 台上：${current}`, en: `${en} · on stage: ${current}` } : { zh, en };
}
const awaiting = ({ room, stopReason }: OwnSession, before: (room: string) => LocalText): LocalText =>
  stopReason === null
    ? before(room)
    : { zh: `已中止：${stopReason} · ${room}`, en: `Stopped: ${stopReason} · ${room}` };
const gathering = (room: string): LocalText => ({ zh: `签到中 · ${room}`, en: `Signing in · ${room}` });
const awaitingStart = (room: string): LocalText => ({
  zh: `等待开场 · ${room}`,
  en: `Waiting for the start · ${room}`,
});
const readyToStart = (room: string): LocalText => ({
  zh: `已抽签，可以开场 · ${room}`,
  en: `Drawn and ready to start · ${room}`,
});
const toWitness: Record<WitnessSubject, (room: string) => LocalText> = {
  draw: (room) => ({ zh: `待见证抽签 · ${room}`, en: `Draw to be witnessed · ${room}` }),
  totals: (room) => ({ zh: `待见证成绩 · ${room}`, en: `Totals to be witnessed · ${room}` }),
  confirmation: (room) => ({ zh: `待见证确认 · ${room}`, en: `Confirmation to be witnessed · ${room}` }),
};
