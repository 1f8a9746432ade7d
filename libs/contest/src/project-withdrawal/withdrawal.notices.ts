import { type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AdvancementTies } from '../advancement/advancement.ties.js';
import { Vacancies } from '../advancement/vacancies.js';
import { editionScopes } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { FreeOthers } from '../involvement/free-others.js';
import type { Project } from '../project/project.entity.js';

const TEMPLATES: NoticeTemplate[] = [
  {
    name: 'advancement.holder_withdrew',
    channels: ['inbox'],
    path: '/staff/editions/{edition}/stages/{stage}/advancement',
    zh: {
      subject: '晋级项目退赛，请递补：{number}',
      text: '已公布晋级或候补的项目“{title}”（编号 {number}）退赛。请在晋级页将其移出，候补依次递补。',
    },
    en: {
      subject: 'Withdrew after it was published: {number}',
      text: 'The project “{title}” (number {number}), which advanced or stood on the waiting list, withdrew. Take it out on the page of who advances, so that the waiting list moves up.',
    },
  },
];

/** What organisers are told of who withdraws from a published place, in the inbox: those who may take it out. */
@Injectable()
export class WithdrawalNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly editions: EditionQueries,
    private readonly vacancies: Vacancies,
    private readonly others: FreeOthers,
    private readonly ties: AdvancementTies,
  ) {}

  onModuleInit(): void {
    this.notices.register(...TEMPLATES);
  }

  async gaveUp(work: Work, { id, editionId, title, number }: Project): Promise<void> {
    const edition = await this.editions.get(editionId);
    const given = await this.vacancies.ofEdition(edition, id);
    if (given.length === 0) return;
    const acts = given.map(({ moves }) => moves);
    const organisers = await this.others.holders('roadshow.manage', editionScopes(editionId));
    for (const person of organisers) {
      const ties = await this.ties.moving({ kind: 'person', id: person.id }, editionId, acts);
      for (const { stage } of given.filter((_, index) => !ties[index]!.othersAct))
        await this.notices.send(work, {
          template: 'advancement.holder_withdrew',
          to: { personId: person.id, locale: person.locale },
          params: { edition: edition.code, stage, title, number: number ?? '' },
          key: `advancement.holder_withdrew:${id}:${stage}:${person.id}`,
        });
    }
  }
}
