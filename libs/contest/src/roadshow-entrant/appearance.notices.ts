import { type NoticeParams, Notices, type NoticeTemplate, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
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
      text: '您好：\n\n您的项目“{title}”（编号 {number}）将在{stage}“{session}”路演。\n\n时间：{at}\n地点：{room}\n\n出场顺序抽签后另行通知；时间如有变动，也会通知您。',
    },
    en: {
      subject: 'You appear on {at} ({number})',
      text: 'Your project “{title}” (number {number}) appears in the session “{session}” of the stage {stage}.\n\nTime: {at}\nPlace: {room}\n\nYou will hear the order once it is drawn, and if the time changes.',
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

/** What entrants are told of the sessions in which they appear: when and where, and in which order. */
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

  /** When and where, to all who appear and were not told so; nothing while no time is set. */
  async planned(work: Work, sessionId: string): Promise<void> {
    const session = await this.sessions.get(sessionId);
    if (session.startsAt === null) return;
    const at = deadlineText(session.startsAt, session.timeZone);
    const occasion = session.startsAt.toISOString();
    await this.tell(work, session, { template: 'roadshow.appearance_planned', occasion }, () => ({ at }));
  }

  /** In which order, to all who appear. */
  async drawn(work: Work, sessionId: string): Promise<void> {
    const session = await this.sessions.get(sessionId);
    const about = { template: 'roadshow.appearance_drawn', occasion: work.now.toISOString() };
    await this.tell(work, session, about, ({ position }, of) => ({ position, of }));
  }

  private async tell(
    work: Work,
    session: RoadshowSession,
    { template, occasion }: { template: string; occasion: string },
    paramsOf: (entry: RoadshowEntry, of: number) => NoticeParams,
  ): Promise<void> {
    const entries = (await this.sessions.entries(session.id)).filter(({ state }) => state !== 'withdrawn');
    const stage = (await this.editions.stages(session.editionId)).find(({ code }) => code === session.stageCode)!;
    const projects = await work.manager.find(Project, {
      select: { id: true, ownerId: true },
      where: { id: In(entries.map(({ projectId }) => projectId)) },
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
          ...paramsOf(entry, entries.length),
        },
        key: `${template}:${session.id}:${projectId}:${occasion}`,
      });
    }
  }
}
