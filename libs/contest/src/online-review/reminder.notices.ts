import { Persons } from '@haishi/identity';
import { type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import type { ReviewRound } from './round.entity.js';

const TEMPLATE: NoticeTemplate = {
  name: 'online_review.reminder',
  channels: ['mail', 'inbox'],
  path: '/reviews/{roundId}',
  zh: {
    subject: '还有 {count} 个项目待您评审：{edition} {stage}',
    text: '您好：\n\n您在“{edition}”{stage}中还有 {count} 个项目没有提交评分。请在截止之前完成；如与项目有利害关系，请在评审台声明回避。',
  },
  en: {
    subject: '{count} projects are waiting for your review: {edition}, {stage}',
    text: 'In the stage {stage} of “{edition}” you have yet to score {count} projects. Please do so before the deadline; where you have a tie to a project, declare it at your desk.',
  },
};

/** What a judge who is not done is told, by mail and in the inbox. */
@Injectable()
export class ReminderNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly persons: Persons,
    private readonly editions: EditionQueries,
  ) {}

  onModuleInit(): void {
    this.notices.register(TEMPLATE);
  }

  /** Tells each how many entries they have yet to score. Answers how many were told. */
  async send(
    work: Work,
    round: ReviewRound,
    left: readonly (readonly [personId: string, count: number])[],
    keyOf: (personId: string) => string,
  ): Promise<number> {
    const { nameZh, nameEn } = await this.editions.get(round.editionId);
    const stage = (await this.editions.stages(round.editionId)).find(({ code }) => code === round.stageCode)!;
    const persons = await this.persons.byIds(left.map(([personId]) => personId));
    let told = 0;
    for (const [personId, count] of left) {
      const person = persons.get(personId);
      if (!person) continue;
      await this.notices.send(work, {
        template: TEMPLATE.name,
        to: { personId, mail: person.mail, locale: person.locale },
        params: {
          count,
          roundId: round.id,
          edition: { zh: nameZh, en: nameEn },
          stage: { zh: stage.nameZh, en: stage.nameEn },
        },
        key: keyOf(personId),
      });
      told += 1;
    }
    return told;
  }
}
