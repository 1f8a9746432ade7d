import { type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Fair } from '../fair/fair.entity.js';
import { ParticipationNotices } from '../participation/participation.notices.js';
import type { Position } from './position.entity.js';

const TEMPLATES: NoticeTemplate[] = [
  {
    name: 'position.approve',
    channels: ['mail', 'inbox'],
    zh: { subject: '岗位审核通过：{fair}', text: '贵单位有 {count} 个岗位通过审核，已在洽谈会页面公开：{titles}' },
    en: {
      subject: 'Positions approved: {fair}',
      text: '{count} of your positions were approved and are now shown to the public: {titles}',
    },
    path: '/employer/participations/{participationId}/positions',
  },
  {
    name: 'position.return',
    channels: ['mail', 'inbox'],
    zh: {
      subject: '岗位被退回：{fair}',
      text: '贵单位有 {count} 个岗位被退回：{titles}\n原因：{reason}\n请修改后重新提交。',
    },
    en: {
      subject: 'Positions returned: {fair}',
      text: '{count} of your positions were returned: {titles}\nReason: {reason}\nPlease correct them and submit them again.',
    },
    path: '/employer/participations/{participationId}/positions',
  },
];

/** Titles named in one notice. */
const NAMED = 5;

/** What employers are told of the review of their positions: one notice for each employer and act. */
@Injectable()
export class PositionNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly agents: ParticipationNotices,
  ) {}

  onModuleInit(): void {
    this.notices.register(...TEMPLATES);
  }

  async decided(
    work: Work,
    fair: Fair,
    positions: readonly Position[],
    action: 'approve' | 'return',
    reason: string | null,
  ): Promise<void> {
    for (const [participationId, own] of Map.groupBy(positions, (position) => position.participationId)) {
      const { organisationId, id, version } = own[0]!;
      const titles = own.slice(0, NAMED).map(({ title }) => title);
      await this.agents.tellAgents(
        work,
        { organisationId },
        `position.${action}`,
        `position.${action}:${id}:${version}`,
        {
          fair: fair.name,
          count: own.length,
          titles: {
            zh: titles.join('、') + (own.length > NAMED ? ' 等' : ''),
            en: titles.join(', ') + (own.length > NAMED ? ' …' : ''),
          },
          reason: reason ?? '',
          participationId,
        },
      );
    }
  }
}
