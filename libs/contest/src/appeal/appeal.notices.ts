import { Persons } from '@haishi/identity';
import { type NoticeParams, Notices, type NoticeTemplate, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { FreeOthers } from '../involvement/free-others.js';
import { Involvement } from '../involvement/involvement.js';
import type { Project } from '../project/project.entity.js';
import type { ProjectAppeal } from './appeal.entity.js';

const channels = ['mail', 'inbox'] as const;
const path = '/projects/{projectId}';

const TEMPLATES: NoticeTemplate[] = [
  {
    name: 'appeal.received',
    channels,
    path,
    zh: {
      subject: '已收到您的申诉：{number}',
      text: '您好：\n\n您对项目“{title}”（编号 {number}）资格审查结论的申诉已收到，将由未参与该结论的组织者复核。\n\n结果会以邮件通知您，也可在项目页面查看。',
    },
    en: {
      subject: 'Your appeal has been received: {number}',
      text: 'Your appeal against the rejection of “{title}” (number {number}) has been received. An organiser who had no part in it will decide.\n\nYou will hear by mail, and find the answer on the page of the project.',
    },
  },
  {
    name: 'appeal.upheld',
    channels,
    path,
    zh: {
      subject: '申诉成立：{number}',
      text: '您好：\n\n您对项目“{title}”（编号 {number}）的申诉成立，项目已退回资格审查，将重新审查。\n\n答复：{answer}',
    },
    en: {
      subject: 'Your appeal was upheld: {number}',
      text: 'Your appeal for “{title}” (number {number}) was upheld; the project is checked anew.\n\nThe answer: {answer}',
    },
  },
  {
    name: 'appeal.dismissed',
    channels,
    path,
    zh: {
      subject: '申诉不成立：{number}',
      text: '您好：\n\n您对项目“{title}”（编号 {number}）的申诉不成立，原结论维持不变。\n\n答复：{answer}',
    },
    en: {
      subject: 'Your appeal was dismissed: {number}',
      text: 'Your appeal for “{title}” (number {number}) was dismissed; the rejection stands.\n\nThe answer: {answer}',
    },
  },
  {
    name: 'appeal.reopened',
    channels: ['inbox'],
    path,
    zh: {
      subject: '您审查不通过的项目 {number} 申诉成立',
      text: '您好：\n\n您审查不通过的项目“{title}”（编号 {number}）经申诉退回审查队列。\n\n答复：{answer}',
    },
    en: {
      subject: 'A project you rejected is checked anew: {number}',
      text: 'The appeal for “{title}” (number {number}), which you rejected, was upheld; it is back in the queue.\n\nThe answer: {answer}',
    },
  },
  {
    name: 'appeal.nobody_decides',
    channels,
    path: '/people',
    zh: {
      subject: '申诉无人可以复核，请指定组织者：{edition}',
      text: '您好：\n\n“{edition}”收到对项目 {number} 资格审查结论的申诉。现有组织者或是作出该结论的人，或与该项目有利害关系，都不能复核。\n\n请为该届大赛另指定一位组织者，由其复核；在此之前参赛者的申诉得不到答复。',
    },
    en: {
      subject: 'Nobody can decide on an appeal, please appoint an organiser: {edition}',
      text: 'An appeal was made against the rejection of project {number} of “{edition}”. Each of its organisers made that decision or has a tie to the project, so that none of them can decide.\n\nPlease appoint another organiser of this edition, who then decides; until then the entrant is not answered.',
    },
  },
];

/** What those concerned are told of an appeal. */
@Injectable()
export class AppealNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly persons: Persons,
    private readonly involvement: Involvement,
    private readonly others: FreeOthers,
    private readonly editions: EditionQueries,
  ) {}

  onModuleInit(): void {
    this.notices.register(...TEMPLATES);
  }

  received(work: Work, project: Project): Promise<void> {
    return this.tell(work, project, project.ownerId, 'appeal.received', {});
  }

  /** The entrant, and of a rejection that does not stand who had made it, unless the project is closed to them by now. */
  async decided(
    work: Work,
    project: Project,
    appeal: ProjectAppeal,
    { outcome, answer }: { outcome: 'upheld' | 'dismissed'; answer: string },
  ): Promise<void> {
    await this.tell(work, project, project.ownerId, `appeal.${outcome}`, { answer });
    if (outcome === 'dismissed') return;
    const { rejectedBy } = appeal;
    if ((await this.involvement.among([rejectedBy], project.id)).size > 0) return;
    await this.tell(work, project, rejectedBy, 'appeal.reopened', { answer });
  }

  /** Tells every administrator that it waits until they appoint another organiser. */
  async waits(work: Work, { id, editionId, number }: Project): Promise<void> {
    const template = 'appeal.nobody_decides';
    const { nameZh, nameEn } = await this.editions.get(editionId);
    await this.notices.sendAll(
      work,
      (await this.others.holders('person.manage', {})).map(({ id: personId, mail, locale }) => ({
        template,
        to: { personId, mail, locale },
        params: { number: number ?? '', edition: { zh: nameZh, en: nameEn } },
        key: `${template}:${id}:${personId}`,
      })),
    );
  }

  private async tell(
    work: Work,
    project: Project,
    personId: string,
    template: string,
    params: NoticeParams,
  ): Promise<void> {
    const person = await this.persons.byId(personId);
    if (!person) return;
    await this.notices.send(work, {
      template,
      to: { personId: person.id, mail: person.mail, locale: person.locale },
      params: { ...params, projectId: project.id, title: project.title, number: project.number ?? '' },
      key: `${template}:${project.id}`,
    });
  }
}
