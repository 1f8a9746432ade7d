import { Persons } from '@haishi/identity';
import { Notices, type NoticeTemplate, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EligibilityClaim } from '../eligibility-claim/claim.entity.js';
import type { Project } from '../project/project.entity.js';

const RELEASED: NoticeTemplate = {
  name: 'project.claim_released',
  channels: ['inbox'],
  path: '/projects/{projectId}',
  zh: {
    subject: '您认领的项目 {number} 已被释放',
    text: '您好：\n\n组织者 {by} 释放了您认领的项目 {number}，其他审查员现在可以处理。',
  },
  en: {
    subject: 'Your claim of {number} was released',
    text: 'The organiser {by} released your claim of {number}; other checkers may take it now.',
  },
};

/** What a checker is told whose claim somebody else gave back: its number alone, since the project may be closed to them by now. */
@Injectable()
export class ClaimNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly persons: Persons,
  ) {}

  onModuleInit(): void {
    this.notices.register(RELEASED);
  }

  async released(work: Work, project: Project, claim: EligibilityClaim): Promise<void> {
    const person = await this.persons.byId(claim.personId);
    if (!person) return;
    await this.notices.send(work, {
      template: RELEASED.name,
      to: { personId: person.id, mail: person.mail, locale: person.locale },
      params: { projectId: project.id, number: project.number ?? '', by: work.actor.name },
      key: `${RELEASED.name}:${project.id}:${claim.at.toISOString()}`,
    });
  }
}
