import type { LocalText } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { type NoticeParams, type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FreeOthers } from '../involvement/free-others.js';
import { ProjectQueries } from '../project/project.queries.js';
import type { NoticeObjection, PublicNotice } from './public-notice.entity.js';

const channels = ['mail', 'inbox'] as const;
const path = '/public-notices/{noticeId}';

const TEMPLATES: NoticeTemplate[] = [
  {
    name: 'public_notice.objection_received',
    channels,
    path,
    zh: {
      subject: '已收到您的异议（第 {number} 件）',
      text: '您好：\n\n您对“{edition}”公示的异议（第 {number} 件）已收到，组委会将调查并答复。\n\n答复会以邮件通知您，也可在公示页面查看。',
    },
    en: {
      subject: 'Your objection {number} has been received',
      text: 'Your objection (number {number}) to the public notice of “{edition}” has been received and will be looked into.\n\nYou will hear of the answer by mail, and find it on the page of the notice.',
    },
  },
  {
    name: 'public_notice.objection_answered',
    channels,
    path,
    zh: {
      subject: '您的异议已答复（第 {number} 件）：{outcome}',
      text: '您好：\n\n您对“{edition}”公示的异议（第 {number} 件）{outcome}。\n\n答复：{answer}',
    },
    en: {
      subject: 'Your objection {number} has been answered: {outcome}',
      text: 'Your objection (number {number}) to the public notice of “{edition}” was {outcome}.\n\nThe answer: {answer}',
    },
  },
  {
    name: 'public_notice.struck',
    channels,
    path: '/projects/{projectId}',
    zh: {
      subject: '项目已移出公示名单：{number}',
      text: '您好：\n\n“{edition}”{stage}公示期间收到对您的项目“{title}”（编号 {number}）的异议，经核实成立，项目已移出公示名单，取消相应资格。\n\n核实情况：{answer}\n\n可在项目页面查看全部经过。',
    },
    en: {
      subject: 'Your project was struck off the public notice: {number}',
      text: 'An objection to your project “{title}” (number {number}) on the public notice of “{edition}”, {stage}, was looked into and upheld. The project was struck off the notice and loses what it lists.\n\nWhat was found: {answer}\n\nThe whole course is on the page of the project.',
    },
  },
  {
    name: 'public_notice.nobody_answers',
    channels,
    path: '/people',
    zh: {
      subject: '异议无人可以答复，请指定组织者：{edition}',
      text: '您好：\n\n“{edition}”第 {notice} 号公示收到异议（第 {number} 件）。现有组织者属于所涉项目的参赛方，或就是提出人，都不能答复。\n\n请为该届大赛另指定一位组织者，由其答复；在此之前公示不能办结。',
    },
    en: {
      subject: 'Nobody can answer an objection, please appoint an organiser: {edition}',
      text: 'Objection {number} to notice {notice} of “{edition}” was filed. Each of its organisers belongs to the project that it is about or filed it, so that none of them can answer.\n\nPlease appoint another organiser of this edition, who then answers it; until then the notice cannot be concluded.',
    },
  },
];

const OUTCOMES: Readonly<Record<'upheld' | 'dismissed', LocalText>> = {
  upheld: { zh: '成立', en: 'upheld' },
  dismissed: { zh: '不成立', en: 'dismissed' },
};

/**
 * What is told of objections, by mail and in the inbox: to who objected, to whose project is struck off for it, and to administrators
 * where nobody can answer one.
 */
@Injectable()
export class ObjectionNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly persons: Persons,
    private readonly projects: ProjectQueries,
    private readonly others: FreeOthers,
  ) {}

  onModuleInit(): void {
    this.notices.register(...TEMPLATES);
  }

  received(work: Work, notice: PublicNotice, objection: NoticeObjection): Promise<void> {
    return this.tell(work, notice, objection, 'public_notice.objection_received', {});
  }

  answered(
    work: Work,
    notice: PublicNotice,
    objection: NoticeObjection,
    { outcome, answer }: { outcome: 'upheld' | 'dismissed'; answer: string },
  ): Promise<void> {
    const params = { outcome: OUTCOMES[outcome], answer };
    return this.tell(work, notice, objection, 'public_notice.objection_answered', params);
  }

  /** Tells whose project was struck off, with what was found; once for each notice. */
  async struck(work: Work, notice: PublicNotice, { projectId }: NoticeObjection, answer: string): Promise<void> {
    const project = await this.projects.find(projectId ?? '');
    const person = project && (await this.persons.byId(project.ownerId));
    if (!person) return;
    const { id, title, number } = project;
    await this.notices.send(work, {
      template: 'public_notice.struck',
      to: { personId: person.id, mail: person.mail, locale: person.locale },
      params: {
        projectId: id,
        title,
        number: number ?? '',
        answer,
        edition: notice.editionName,
        stage: notice.stageName,
      },
      key: `public_notice.struck:${notice.id}:${id}`,
    });
  }

  /** Tells every administrator that it waits until they appoint another organiser. */
  async waits(work: Work, notice: PublicNotice, { id, number }: NoticeObjection): Promise<void> {
    const template = 'public_notice.nobody_answers';
    await this.notices.sendAll(
      work,
      (await this.others.holders('person.manage', {})).map(({ id: personId, mail, locale }) => ({
        template,
        to: { personId, mail, locale },
        params: { notice: notice.number, number, edition: notice.editionName },
        key: `${template}:${id}:${personId}`,
      })),
    );
  }

  private async tell(
    work: Work,
    notice: PublicNotice,
    objection: NoticeObjection,
    template: string,
    params: NoticeParams,
  ): Promise<void> {
    const person = await this.persons.byId(objection.personId);
    if (!person) return;
    await this.notices.send(work, {
      template,
      to: { personId: person.id, mail: person.mail, locale: person.locale },
      params: { ...params, noticeId: notice.id, number: objection.number, edition: notice.editionName },
      key: `${template}:${objection.id}`,
    });
  }
}
