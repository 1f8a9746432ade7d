import { Persons } from '@haishi/identity';
import { type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { FreeOthers } from '../involvement/free-others.js';
import type { ReviewRound } from './round.entity.js';
import { RoundQueries } from './round.queries.js';

const TEMPLATE: NoticeTemplate = {
  name: 'online_review.late_tie',
  channels: ['mail', 'inbox'],
  path: '/staff/editions/{code}/stages/{stageCode}/review/entries',
  zh: {
    subject: '有评委在提交评分后声明利害关系：{edition} {stage}',
    text: '您好：\n\n“{edition}”{stage}中，一位评委在提交对项目 {numbers} 的评分之后声明与其有利害关系。评分目前仍然有效，请在网评页面核实后设为回避（评分随之不计），或保留评分并写明理由。',
  },
  en: {
    subject: 'A judge declared a tie after scoring: {edition}, {stage}',
    text: 'In the stage {stage} of “{edition}” a judge declared a tie to {numbers} after their scores were in. The scores count as yet: please recuse the judge on the page of the review, or keep the scores and say why.',
  },
};

/** What organisers are told of ties that judges declared after their sheet; whose they are stands on the page, for who may know. */
@Injectable()
export class LateTieNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly persons: Persons,
    private readonly editions: EditionQueries,
    private readonly others: FreeOthers,
    private readonly rounds: RoundQueries,
  ) {}

  onModuleInit(): void {
    this.notices.register(TEMPLATE);
  }

  /** Tells whoever organises the review and is not that judge. */
  async send(work: Work, round: ReviewRound, entryIds: readonly string[], judgeId: string): Promise<void> {
    const { code, nameZh, nameEn } = await this.editions.get(round.editionId);
    const stages = await this.editions.stages(round.editionId);
    const stage = stages.find((one) => one.code === round.stageCode)!;
    const numbers = (await this.rounds.entriesByIds(round.id, entryIds)).map(({ number }) => number).sort();
    const holders = await this.others.holders('review.manage', editionScopes(round.editionId));
    const persons = await this.persons.byIds(holders.map(({ id }) => id));
    for (const [personId, { mail, locale }] of persons)
      if (personId !== judgeId)
        await this.notices.send(work, {
          template: TEMPLATE.name,
          to: { personId, mail, locale },
          params: {
            code,
            stageCode: round.stageCode,
            numbers: { zh: numbers.join('、'), en: numbers.join(', ') },
            edition: { zh: nameZh, en: nameEn },
            stage: { zh: stage.nameZh, en: stage.nameEn },
          },
          key: `${TEMPLATE.name}:${entryIds[0]}:${judgeId}:${personId}:${work.now.toISOString()}`,
        });
  }
}
