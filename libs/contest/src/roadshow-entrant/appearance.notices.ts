import { type NoticeParams, Notices, type NoticeTemplate, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { EditionQueries } from '../edition/edition.queries.js';
import { deadlineText } from '../project/deadline-text.js';
import { Project } from '../project/project.entity.js';
import { Recipients } from '../project/recipients.js';
import type { RoadshowEntry, RoadshowSession } from '../roadshow/session.entity.js';
import { SessionQueries } from '../roadshow/session.queries.js';

const channels = ['mail', 'inbox'] as const;
const path = '/projects/{projectId}';

const TEMPLATES: NoticeTemplate[] = [
  {
    name: 'roadshow.appearance_planned',
    channels,
    path,
    zh: {
      subject: '路演时间：{at}（{number}）',
      text: '您好：\n\n您的项目“{title}”（编号 {number}）将在{stage}“{session}”路演。\n\n时间：{at}\n地点：{room}\n\n{order}时间如有变动，也会通知您。',
    },
    en: {
      subject: 'You appear on {at} ({number})',
      text: 'Your project “{title}” (number {number}) appears in the session “{session}” of the stage {stage}.\n\nTime: {at}\nPlace: {room}\n\n{order}You will hear of it if the time changes.',
    },
  },
  {
    name: 'roadshow.appearance_unplanned',
    channels,
    path,
    zh: {
      subject: '路演时间另行通知（{number}）',
      text: '您好：\n\n{stage}“{session}”原定的时间已取消，您的项目“{title}”（编号 {number}）的路演时间另行通知。\n\n地点：{room}',
    },
    en: {
      subject: 'When you appear will be told anew ({number})',
      text: 'The time of the session “{session}” of the stage {stage} no longer holds. You will hear when your project “{title}” (number {number}) appears.\n\nPlace: {room}',
    },
  },
  {
    name: 'roadshow.appearance_put_off',
    channels,
    path,
    zh: {
      subject: '路演中止，{resumes}（{number}）',
      text: '您好：\n\n{stage}“{session}”已中止，{resumes}。您的项目“{title}”（编号 {number}）届时路演。\n\n地点：{room}',
    },
    en: {
      subject: 'The session was stopped; {resumes} ({number})',
      text: 'The session “{session}” of the stage {stage} was stopped; {resumes}. Your project “{title}” (number {number}) appears then.\n\nPlace: {room}',
    },
  },
  {
    name: 'roadshow.appearance_drawn',
    channels,
    path,
    zh: {
      subject: '出场顺序：第 {position} 位（{number}）',
      text: '您好：\n\n{stage}“{session}”已经抽签，您的项目“{title}”（编号 {number}）第 {position} 位出场，共 {of} 个项目。\n\n地点：{room}',
    },
    en: {
      subject: 'You appear as number {position} ({number})',
      text: 'The order of the session “{session}” of the stage {stage} was drawn: your project “{title}” (number {number}) appears as number {position} of {of}.\n\nPlace: {room}',
    },
  },
];

/** What a command of a session tells its entrants. */
export type Appearance =
  | { what: 'planned' | 'unplanned' | 'drawn' | 'put_off' }
  /** Of a session whose time is known already: to these alone. */
  | { what: 'planned'; projectIds: readonly string[] };

/** What entrants are told of the sessions in which they appear: when and where, in which order, and when a stopped one goes on. */
@Injectable()
export class AppearanceNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly recipients: Recipients,
    private readonly editions: EditionQueries,
    private readonly sessions: SessionQueries,
  ) {}

  onModuleInit(): void {
    this.notices.register(...TEMPLATES);
  }

  /** To all whom it concerns; nothing of a plan while no time is set. */
  async tell(work: Work, sessionId: string, appearance: Appearance): Promise<void> {
    const session = await this.sessions.get(sessionId);
    const { what } = appearance;
    if (what === 'planned' && session.startsAt === null) return;
    const standing = (await this.sessions.entries(sessionId)).filter(({ state }) => state !== 'withdrawn');
    const among = 'projectIds' in appearance ? new Set(appearance.projectIds) : null;
    const concerned = standing.filter(
      ({ state, projectId }) =>
        (among === null || among.has(projectId)) && (what !== 'put_off' || state === 'waiting' || state === 'onstage'),
    );
    await this.send(work, session, `roadshow.appearance_${what}`, concerned, ({ position }) => ({
      ...paramsOf(what, session),
      ...(what === 'drawn' ? { position, of: standing.length } : {}),
    }));
  }

  private async send(
    work: Work,
    session: RoadshowSession,
    template: string,
    entries: readonly RoadshowEntry[],
    particulars: (entry: RoadshowEntry) => NoticeParams,
  ): Promise<void> {
    const stage = (await this.editions.stages(session.editionId)).find(({ code }) => code === session.stageCode)!;
    const projects = await work.manager.find(Project, {
      select: { id: true, ownerId: true },
      // One that has the stage may wait for the chair to take it out; its owner has given the session up.
      where: { id: In(entries.map(({ projectId }) => projectId)), state: Not('withdrawn') },
    });
    const owners = new Map(projects.map(({ id, ownerId }) => [id, ownerId]));
    for (const entry of entries) {
      const { projectId, number, title } = entry;
      const to = await this.recipients.byId(owners.get(projectId) ?? '');
      if (!to) continue;
      const { name, room } = session;
      await this.notices.send(work, {
        template,
        to,
        params: {
          ...{ projectId, number, title, room, session: name, stage: { zh: stage.nameZh, en: stage.nameEn } },
          ...particulars(entry),
        },
        key: `${template}:${session.id}:${projectId}:${work.now.toISOString()}`,
      });
    }
  }
}

function paramsOf(what: Appearance['what'], { startsAt, resumesAt, timeZone, drawnAt }: RoadshowSession): NoticeParams {
  if (what === 'planned')
    return {
      at: deadlineText(startsAt!, timeZone),
      order: drawnAt
        ? { zh: '', en: '' }
        : { zh: '出场顺序抽签后另行通知；', en: 'You will hear the order once it is drawn. ' },
    };
  if (what !== 'put_off') return {};
  if (resumesAt === null) return { resumes: { zh: '恢复时间另行通知', en: 'you will hear when it goes on' } };
  const at = deadlineText(resumesAt, timeZone);
  return { resumes: { zh: `${at} 恢复`, en: `it goes on at ${at}` } };
}
