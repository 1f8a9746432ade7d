import type { LocalText } from '@haishi/contracts';
import { type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { deadlineText } from '../project/deadline-text.js';
import { Recipients } from '../project/recipients.js';
import { dayIn } from './reminder.rules.js';
import type { ReviewRound } from './round.entity.js';
import { RoundQueries } from './round.queries.js';
import { dueAt } from './round.rules.js';

const channels = ['mail', 'inbox'] as const;
const path = '/reviews/{roundId}';

const TEMPLATES: NoticeTemplate[] = [
  {
    name: 'online_review.opened',
    channels,
    path,
    zh: {
      subject: '评审已开始：{edition} {stage}',
      text: '您好：\n\n“{edition}”{stage}的评审已经开始，分给您的项目可在评审台查看。请先阅读评审须知并声明回避，再阅读材料、评分。{due}',
    },
    en: {
      subject: 'The review has begun: {edition}, {stage}',
      text: 'The review of the stage {stage} of “{edition}” has begun; your projects are at your desk. Please read the terms and declare your ties first, then read and score. {due}',
    },
  },
  {
    name: 'online_review.given',
    channels,
    path,
    zh: {
      subject: '有新的项目待您评审：{edition} {stage}',
      text: '您好：\n\n“{edition}”{stage}有新的项目分给您，请在评审台查看、声明回避后评分；同一天内再分给您的项目不再另行通知。{due}',
    },
    en: {
      subject: 'More projects to review: {edition}, {stage}',
      text: 'You were given more projects in the stage {stage} of “{edition}”. Please look at your desk, declare your ties and score them; what else you are given today is not told again. {due}',
    },
  },
];

/** What judges are told of what lies on their desk: once that the review began, and at most once a day that there is more. */
@Injectable()
export class DeskNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly recipients: Recipients,
    private readonly editions: EditionQueries,
    private readonly rounds: RoundQueries,
  ) {}

  onModuleInit(): void {
    this.notices.register(...TEMPLATES);
  }

  /** That the review began, to these judges. */
  opened(work: Work, round: ReviewRound, personIds: readonly string[]): Promise<void> {
    return this.tell(work, round, personIds, 'online_review.opened', '');
  }

  /** That they were given more, to these judges; once a day of the edition's zone. */
  async given(work: Work, round: ReviewRound, personIds: readonly string[]): Promise<void> {
    const { timeZone } = await this.editions.get(round.editionId);
    await this.tell(work, round, personIds, 'online_review.given', `:${dayIn(timeZone, work.now)}`);
  }

  private async tell(
    work: Work,
    round: ReviewRound,
    personIds: readonly string[],
    template: string,
    occasion: string,
  ): Promise<void> {
    const { nameZh, nameEn, timeZone } = await this.editions.get(round.editionId);
    const stage = (await this.editions.stages(round.editionId)).find(({ code }) => code === round.stageCode)!;
    const due = dueAt(await this.rounds.due(round));
    const params = {
      roundId: round.id,
      edition: { zh: nameZh, en: nameEn },
      stage: { zh: stage.nameZh, en: stage.nameEn },
      due: due ? dueText(deadlineText(due, timeZone)) : { zh: '', en: '' },
    };
    for (const personId of new Set(personIds)) {
      const to = await this.recipients.byId(personId);
      if (!to) continue;
      await this.notices.send(work, { template, to, params, key: `${template}:${round.id}:${personId}${occasion}` });
    }
  }
}

const dueText = (at: string): LocalText => ({ zh: `\n\n评分截止：${at}`, en: `\n\nScores are due by ${at}.` });
