import { type NoticeParams, type NoticeRecipient, Notices, type NoticeTemplate, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Involvement } from '../involvement/involvement.js';
import type { Project } from '../project/project.entity.js';
import { Recipients } from '../project/recipients.js';
import { DecisionQueries } from './decision.queries.js';

const path = '/projects/{projectId}';

const TEMPLATES: NoticeTemplate[] = [
  {
    name: 'project.reopened',
    channels: ['mail', 'inbox'],
    path,
    zh: {
      subject: '资格审查结论已撤回，将重新审查：{number}',
      text: '您好：\n\n您的项目“{title}”（编号 {number}）此前的资格审查结论已由组织者撤回，项目将重新审查。\n\n原因：{reason}\n\n现在无需操作；新的结论会以邮件通知您。',
    },
    en: {
      subject: 'The decision was taken back; your project is checked anew: {number}',
      text: 'The decision on the eligibility of “{title}” (number {number}) was taken back by an organiser, and the project is checked anew.\n\nReason: {reason}\n\nThere is nothing for you to do now; you will hear of the new decision by mail.',
    },
  },
  {
    name: 'project.decision_taken_back',
    channels: ['inbox'],
    path,
    zh: {
      subject: '您对项目 {number} 的审查结论已撤回',
      text: '您好：\n\n组织者 {by} 撤回了您对项目“{title}”（编号 {number}）的审查结论，项目已回到审查队列。\n\n原因：{reason}',
    },
    en: {
      subject: 'Your decision on {number} was taken back',
      text: 'The organiser {by} took back your decision on “{title}” (number {number}); it is in the queue again.\n\nReason: {reason}',
    },
  },
  {
    name: 'project.correction_prolonged',
    channels: ['mail', 'inbox'],
    path,
    zh: {
      subject: '补正期限已延长：{number}',
      text: '您好：\n\n您的项目“{title}”（编号 {number}）的补正期限已延长，请于 {dueAt} 前在项目页面修改并重新提交。{text}',
    },
    en: {
      subject: 'You have longer for the correction: {number}',
      text: 'You have longer to correct “{title}” (number {number}): please change it and hand it in again by {dueAt}. {text}',
    },
  },
];

interface Look {
  submission: number;
  /** What was decided of the submission before. */
  round: number;
}

/** What those concerned are told of a decision that was taken back, and of a correction that has longer. */
@Injectable()
export class SecondLookNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly recipients: Recipients,
    private readonly decisions: DecisionQueries,
    private readonly involvement: Involvement,
  ) {}

  onModuleInit(): void {
    this.notices.register(...TEMPLATES);
  }

  /** The entrant, and who had decided, unless they took it back themselves or the project is closed to them by now. */
  async reopened(work: Work, project: Project, { reason, ...look }: Look & { reason: string }): Promise<void> {
    await this.tell(work, project, await this.recipients.byId(project.ownerId), 'project.reopened', look, { reason });
    const decided = (await this.decisions.of(project.id)).findLast(
      ({ action }) => action === 'accept' || action === 'reject',
    );
    if (!decided || decided.byId === work.actor.id) return;
    if ((await this.involvement.among([decided.byId], project.id)).size > 0) return;
    const to = await this.recipients.byId(decided.byId);
    await this.tell(work, project, to, 'project.decision_taken_back', look, { reason, by: work.actor.name });
  }

  async prolonged(
    work: Work,
    project: Project,
    { text, dueAt, ...look }: Look & { text: string; dueAt: string },
  ): Promise<void> {
    const to = await this.recipients.byId(project.ownerId);
    const said = text ? `\n\n${text}` : '';
    await this.tell(work, project, to, 'project.correction_prolonged', look, { text: said, dueAt });
  }

  private async tell(
    work: Work,
    project: Project,
    to: NoticeRecipient | null,
    template: string,
    { submission, round }: Look,
    params: NoticeParams,
  ): Promise<void> {
    if (!to) return;
    await this.notices.send(work, {
      template,
      to,
      params: { ...params, projectId: project.id, title: project.title, number: project.number ?? '' },
      key: `${template}:${project.id}:${submission}.${round}`,
    });
  }
}
