import { Persons } from '@haishi/identity';
import {
  ENVIRONMENT,
  type Environment,
  type NoticeParams,
  type NoticeRecipient,
  type NoticeTemplate,
  Notices,
  type Work,
} from '@haishi/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { deadlineText } from '../project/deadline-text.js';
import type { Project } from '../project/project.entity.js';
import { Recipients } from '../project/recipients.js';
import type { MemberContent } from '../project/project.snapshot.js';
import type { MemberInvitation } from './invitation.entity.js';

const channels = ['mail', 'inbox'] as const;

const TEMPLATES: NoticeTemplate[] = [
  {
    // By mail alone: the link is for who holds the address. Accounts find the invitation among their projects.
    name: 'team.invited',
    channels: ['mail'],
    zh: {
      subject: '{lead}邀请您确认参加项目“{title}”',
      text: '{name}，您好：\n\n{lead}在“{edition}”的参赛项目“{title}”中将您列为团队成员（{role}）。\n\n请在 {until} 前打开链接，查看并选择接受或谢绝：\n{link}\n\n链接只能使用一次，请勿转发。如果您不认识发件人，请不要理会。',
    },
    en: {
      subject: '{lead} asks you to confirm that you take part in “{title}”',
      text: 'Dear {name},\n\n{lead} names you as a member ({role}) of the team of “{title}”, a project of {edition}.\n\nPlease open this link before {until} to see what that means and to accept or decline:\n{link}\n\nThe link works once; please do not pass it on. If you do not know the sender, ignore this message.',
    },
  },
  {
    name: 'team.changed',
    channels,
    path: '/projects',
    zh: {
      subject: '请确认您在项目中的变动：{title}',
      text: '您好：\n\n您参加的项目“{title}”改动了您的姓名、分工或份额。请登录后在“我的项目”中查看并确认；如不同意，可在项目页退出。',
    },
    en: {
      subject: 'Please confirm what changed about you: {title}',
      text: 'The project “{title}”, in which you take part, changed your name, role or share. Please sign in, look at it under “My projects” and confirm it; if you do not agree, you can leave on the page of the project.',
    },
  },
  {
    name: 'team.withdrawn',
    channels,
    path: '/projects',
    zh: {
      subject: '成员邀请已撤回',
      text: '您好：\n\n项目“{title}”的负责人已撤回请您参加的邀请，此前的链接不再有效。',
    },
    en: {
      subject: 'An invitation was taken back',
      text: 'Who leads the project “{title}” has taken back your invitation to it. The link sent before no longer works.',
    },
  },
  {
    name: 'team.ended',
    channels,
    path: '/projects',
    zh: {
      subject: '您不再是项目成员：{title}',
      text: '您好：\n\n项目“{title}”的负责人已将您移出确认的成员。该项目不再出现在“我的项目”中。',
    },
    en: {
      subject: 'You are no longer a member: {title}',
      text: 'Who leads the project “{title}” has ended your part in it. It no longer stands under “My projects”.',
    },
  },
  {
    name: 'team.project_withdrawn',
    channels,
    path: '/projects/{projectId}',
    zh: {
      subject: '您参加的项目已撤回：{title}',
      text: '您好：\n\n您参加的项目“{title}”已由负责人撤回，不再参加本届赛事。您仍可在“我的项目”中查看。',
    },
    en: {
      subject: 'A project you take part in was withdrawn: {title}',
      text: 'Who leads the project “{title}”, in which you take part, has withdrawn it from this edition. You still find it under “My projects”.',
    },
  },
  {
    name: 'team.accepted',
    channels,
    path: '/projects/{projectId}',
    zh: { subject: '{name}已确认参加项目', text: '您好：\n\n成员{name}已接受邀请，确认参加项目“{title}”。' },
    en: { subject: '{name} takes part', text: '{name} has accepted and takes part in the project “{title}”.' },
  },
  {
    name: 'team.declined',
    channels,
    path: '/projects/{projectId}',
    zh: {
      subject: '{name}谢绝参加项目',
      text: '您好：\n\n成员{name}谢绝参加项目“{title}”。请与其沟通，或在可以修改时调整成员名单。',
    },
    en: {
      subject: '{name} does not take part',
      text: '{name} has declined to take part in the project “{title}”. Please speak with them, or change the team once it can be edited.',
    },
  },
  {
    name: 'team.left',
    channels,
    path: '/projects/{projectId}',
    zh: { subject: '{name}退出了项目', text: '您好：\n\n成员{name}已退出项目“{title}”，不再查看该项目。' },
    en: {
      subject: '{name} has left the project',
      text: '{name} has left the project “{title}” and no longer reads it.',
    },
  },
];

/** What members and who leads a project are told of invitations. */
@Injectable()
export class TeamNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly persons: Persons,
    private readonly recipients: Recipients,
    private readonly editions: EditionQueries,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  onModuleInit(): void {
    this.notices.register(...TEMPLATES);
  }

  /** The link, to its address alone: the token stands behind the hash, where no server on the way sees it. */
  async invited(
    work: Work,
    project: Project,
    {
      name,
      role,
      invitation,
      token,
    }: Pick<MemberContent, 'name' | 'role'> & { invitation: MemberInvitation; token: string },
  ): Promise<void> {
    const { nameZh, nameEn, timeZone } = await this.editions.get(project.editionId);
    const { personId: _account, ...to } = await this.recipients.byMail(invitation.mail, project);
    const params = {
      name: name || '—',
      role: role || '—',
      lead: (await this.persons.byId(project.ownerId))?.name ?? '',
      edition: { zh: nameZh, en: nameEn },
      until: deadlineText(invitation.expiresAt, timeZone),
      link: `${this.environment.publicUrl}/team-invitation#${token}`,
    };
    await this.send(work, 'team.invited', project, invitation, { to, params, expiresAt: invitation.expiresAt });
  }

  changed(work: Work, project: Project, invitation: MemberInvitation): Promise<void> {
    return this.toMember(work, 'team.changed', project, invitation);
  }

  async withdrawn(work: Work, project: Project, invitation: MemberInvitation): Promise<void> {
    const to = await this.recipients.byMail(invitation.mail, project);
    await this.send(work, 'team.withdrawn', project, invitation, { to, params: {} });
  }

  projectWithdrawn(work: Work, project: Project, invitation: MemberInvitation): Promise<void> {
    return this.toMember(work, 'team.project_withdrawn', project, invitation);
  }

  ended(work: Work, project: Project, invitation: MemberInvitation): Promise<void> {
    return this.toMember(work, 'team.ended', project, invitation);
  }

  /** To who leads the project: under which name it names the member, and nothing of the account that answered. */
  async answered(
    work: Work,
    project: Project,
    invitation: MemberInvitation,
    { name, answer }: { name: string; answer: 'accepted' | 'declined' | 'left' },
  ): Promise<void> {
    const to = await this.recipients.byId(project.ownerId);
    if (to) await this.send(work, `team.${answer}`, project, invitation, { to, params: { name: name || '—' } });
  }

  private async toMember(work: Work, template: string, project: Project, invitation: MemberInvitation): Promise<void> {
    const to = invitation.personId === null ? null : await this.recipients.byId(invitation.personId);
    if (to) await this.send(work, template, project, invitation, { to, params: {} });
  }

  private send(
    work: Work,
    template: string,
    { id: projectId, title }: Project,
    { id, timesSent }: MemberInvitation,
    { to, params, expiresAt }: { to: NoticeRecipient; params: NoticeParams; expiresAt?: Date },
  ): Promise<void> {
    return this.notices.send(work, {
      template,
      to,
      params: { ...params, projectId, title: title || '—' },
      key: `${template}:${id}:${timesSent}:${work.now.getTime()}`,
      ...(expiresAt ? { expiresAt } : {}),
    });
  }
}
