import { Grants, Persons } from '@haishi/identity';
import { type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Fair } from '../fair/fair.entity.js';
import type { Participation } from './participation.entity.js';

const TEMPLATES: NoticeTemplate[] = [
  {
    name: 'participation.approve',
    channels: ['mail', 'inbox'],
    zh: {
      subject: '参会申请已通过：{fair}',
      text: '{organisation}的参会申请已通过审核。请填写或导入招聘岗位并提交审核；岗位通过后将在洽谈会页面公开。',
    },
    en: {
      subject: 'Participation approved: {fair}',
      text: 'The participation of {organisation} has been approved. Enter or import its positions and submit them for review; approved positions are shown to the public.',
    },
    path: '/employer/participations/{participationId}',
  },
  {
    name: 'participation.return',
    channels: ['mail', 'inbox'],
    zh: {
      subject: '参会申请被退回：{fair}',
      text: '{organisation}的参会申请被退回，原因：{reason}\n请修改后重新提交。',
    },
    en: {
      subject: 'Participation returned: {fair}',
      text: 'The participation of {organisation} was returned. Reason: {reason}\nPlease correct it and hand it in again.',
    },
    path: '/employer/participations/{participationId}',
  },
  {
    name: 'participation.reject',
    channels: ['mail', 'inbox'],
    zh: { subject: '参会申请未通过：{fair}', text: '{organisation}的参会申请未通过，原因：{reason}' },
    en: {
      subject: 'Participation rejected: {fair}',
      text: 'The participation of {organisation} was rejected. Reason: {reason}',
    },
    path: '/employer',
  },
];

/** What an employer is told about its part in a fair. */
@Injectable()
export class ParticipationNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly grants: Grants,
    private readonly persons: Persons,
  ) {}

  onModuleInit(): void {
    this.notices.register(...TEMPLATES);
  }

  /** Tells every agent of the employer. */
  async decided(
    work: Work,
    participation: Participation,
    fair: Fair,
    decision: 'approve' | 'return' | 'reject',
    reason: string | null,
  ): Promise<void> {
    await this.tellAgents(
      work,
      participation,
      `participation.${decision}`,
      `participation.${decision}:${participation.id}:${participation.version + 1}`,
      {
        fair: fair.name,
        organisation: participation.organisationName,
        participationId: participation.id,
        reason: reason ?? '',
      },
    );
  }

  /** Sends a registered notice to every agent of the employer; `key` names the occasion. */
  async tellAgents(
    work: Work,
    participation: Pick<Participation, 'organisationId'>,
    template: string,
    key: string,
    params: Parameters<Notices['send']>[1]['params'],
  ): Promise<void> {
    const ids = await this.grants.personsWith('employer_agent', 'organisation', participation.organisationId);
    for (const { id, mail, locale } of (await this.persons.byIds(ids)).values())
      await this.notices.send(work, { template, to: { personId: id, mail, locale }, params, key: `${key}:${id}` });
  }
}
