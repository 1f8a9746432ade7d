import type { LocalText } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { type NoticeParams, type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
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
];

const OUTCOMES: Readonly<Record<'upheld' | 'dismissed', LocalText>> = {
  upheld: { zh: '成立', en: 'upheld' },
  dismissed: { zh: '不成立', en: 'dismissed' },
};

/** What somebody who objected is told, by mail and in the inbox. */
@Injectable()
export class ObjectionNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly persons: Persons,
    private readonly editions: EditionQueries,
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

  private async tell(
    work: Work,
    notice: PublicNotice,
    objection: NoticeObjection,
    template: string,
    params: NoticeParams,
  ): Promise<void> {
    const person = await this.persons.byId(objection.personId);
    if (!person) return;
    const { nameZh, nameEn } = await this.editions.get(notice.editionId);
    await this.notices.send(work, {
      template,
      to: { personId: person.id, mail: person.mail, locale: person.locale },
      params: { ...params, noticeId: notice.id, number: objection.number, edition: { zh: nameZh, en: nameEn } },
      key: `${template}:${objection.id}`,
    });
  }
}
