import { Persons } from '@haishi/identity';
import { type NoticeRecipient, type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Project } from '../project/project.entity.js';
import { Recipients } from '../project/recipients.js';
import { ProjectQueries } from '../project/project.queries.js';
import type { ProjectTransfer } from './transfer.entity.js';

const channels = ['mail', 'inbox'] as const;

const TEMPLATES: NoticeTemplate[] = [
  {
    name: 'transfer.offered',
    channels,
    path: '/projects',
    zh: {
      subject: '{from}请您接手参赛项目',
      text: '您好：\n\n{from}请您接手参赛项目“{title}”，成为其负责人账号。\n\n请以本邮箱登录后，在“我的项目”中接受或谢绝。14 天内有效。',
    },
    en: {
      subject: '{from} offers you a project of the contest',
      text: '{from} asks you to take over the project “{title}” under your account.\n\nPlease sign in with this mail address and accept or decline under “My projects”. The offer stands for 14 days.',
    },
  },
  {
    name: 'transfer.revoked',
    channels,
    path: '/projects',
    zh: { subject: '接手项目的邀请已取消', text: '您好：\n\n{from}已取消请您接手项目“{title}”的邀请。' },
    en: { subject: 'An offer was taken back', text: '{from} no longer asks you to take over the project “{title}”.' },
  },
  {
    name: 'transfer.declined',
    channels,
    path: '/projects/{projectId}',
    zh: { subject: '对方谢绝接手项目', text: '您好：\n\n您请他人接手项目“{title}”，对方已谢绝。该项目仍由您负责。' },
    en: {
      subject: 'Your offer was declined',
      text: 'The offer of your project “{title}” was declined. It stays yours.',
    },
  },
  {
    name: 'transfer.accepted',
    channels,
    path: '/projects',
    zh: {
      subject: '参赛项目的负责人账号已变更',
      text: '您好：\n\n参赛项目“{title}”的负责人账号已由{from}变更为{to}。此后由新的负责人填写、提交和接收通知；原负责人的个人材料未随项目转出，由新的负责人另行上传；原负责人仍可查看已提交的内容，不能修改。',
    },
    en: {
      subject: 'A project of the contest has changed hands',
      text: 'The project “{title}” has passed from {from} to {to}, who from now on writes it, hands it in and is told about it. Personal files of {from} did not pass on; who has it now uploads their own. {from} can still read what is handed in.',
    },
  },
  {
    name: 'transfer.reading_ended',
    channels,
    path: '/projects',
    zh: {
      subject: '您不再查看已转出的项目',
      text: '您好：\n\n您转出的参赛项目“{title}”，其现任负责人已停止您的查看。该项目不再出现在“我的项目”中。',
    },
    en: {
      subject: 'A project that you passed on',
      text: 'Who has the project “{title}” that you passed on has ended your reading of it. It no longer stands under “My projects”.',
    },
  },
];

/** What those concerned are told of an offer and of what came of it. */
@Injectable()
export class TransferNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly persons: Persons,
    private readonly recipients: Recipients,
    private readonly projects: ProjectQueries,
  ) {}

  onModuleInit(): void {
    this.notices.register(...TEMPLATES);
  }

  async offered(work: Work, project: Project, transfer: ProjectTransfer): Promise<void> {
    const to = await this.recipients.byMail(transfer.toMail, project);
    await this.send(work, 'transfer.offered', project, transfer, to, await this.names(transfer));
  }

  async revoked(work: Work, project: Project, transfer: ProjectTransfer): Promise<void> {
    const to = await this.recipients.byMail(transfer.toMail, project);
    await this.send(work, 'transfer.revoked', project, transfer, to, await this.names(transfer));
  }

  async declined(work: Work, project: Project, transfer: ProjectTransfer): Promise<void> {
    const to = await this.recipients.byId(transfer.fromId);
    if (to) await this.send(work, 'transfer.declined', project, transfer, to, await this.names(transfer));
  }

  /** The old owner, the new one, and the team besides. */
  async accepted(work: Work, project: Project, transfer: ProjectTransfer & { toId: string }): Promise<void> {
    const owners = [await this.recipients.byId(transfer.fromId), await this.recipients.byId(transfer.toId)].filter(
      (one) => one !== null,
    );
    const names = await this.names(transfer);
    for (const to of owners) await this.send(work, 'transfer.accepted', project, transfer, to, names, to.personId!);
    const members = await this.projects.members(project.id);
    for (const { to, key } of await this.recipients.team(project, members, owners))
      await this.send(work, 'transfer.accepted', project, transfer, to, names, key);
  }

  /** Who had it, once its owner ended their reading. */
  async readingEnded(work: Work, { id: projectId, title }: Project, personId: string): Promise<void> {
    const to = await this.recipients.byId(personId);
    if (!to) return;
    const key = `transfer.reading_ended:${projectId}:${personId}:${work.now.getTime()}`;
    await this.notices.send(work, { template: 'transfer.reading_ended', to, params: { title: title || '—' }, key });
  }

  private async names({ fromId, toId }: ProjectTransfer): Promise<{ from: string; to: string }> {
    const names = await this.persons.byIds([fromId, ...(toId ? [toId] : [])]);
    return { from: names.get(fromId)?.name ?? '', to: (toId && names.get(toId)?.name) || '' };
  }

  private send(
    work: Work,
    template: string,
    { id: projectId, title }: Project,
    transfer: ProjectTransfer,
    to: NoticeRecipient,
    names: { from: string; to: string },
    occasion = '',
  ): Promise<void> {
    return this.notices.send(work, {
      template,
      to,
      params: { projectId, title: title || '—', ...names },
      key: `${template}:${transfer.id}:${occasion}`,
    });
  }
}
