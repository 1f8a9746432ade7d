import type { LocalText } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { type NoticeParams, type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DecisionInput } from '../eligibility/decision-input.js';
import { deadlineText } from './deadline-text.js';
import type { Project } from './project.entity.js';

const channels = ['mail', 'inbox'] as const;
const path = '/projects/{projectId}';

const TEMPLATES: NoticeTemplate[] = [
  {
    name: 'project.submitted',
    channels,
    path,
    zh: {
      subject: '已收到您的参赛项目 {number}',
      text: '您好：\n\n您的项目“{title}”（编号 {number}，第 {submission} 次提交）已于 {at} 提交成功，进入资格审查。\n\n审查结果将以邮件通知您，也可随时在项目页面查看进度。',
    },
    en: {
      subject: 'Your project {number} has been received',
      text: 'Your project “{title}” (number {number}, submission {submission}) was handed in on {at} and now goes through the eligibility check.\n\nYou will hear of the result by mail, and can follow the progress on the page of the project.',
    },
  },
  {
    name: 'project.accepted',
    channels,
    path,
    zh: {
      subject: '资格审查通过：{number}',
      text: '您好：\n\n您的项目“{title}”（编号 {number}）已通过资格审查。{text}\n\n后续赛程安排将另行通知。',
    },
    en: {
      subject: 'Eligible: {number}',
      text: 'Your project “{title}” (number {number}) has passed the eligibility check. {text}\n\nYou will be told about the next stage.',
    },
  },
  {
    name: 'project.returned',
    channels,
    path,
    zh: {
      subject: '请补正：{number}',
      text: '您好：\n\n您的项目“{title}”（编号 {number}）需要补正。\n\n原因：{reason}\n说明：{text}\n\n请于 {dueAt} 前在项目页面修改并重新提交，报名截止后仍可提交补正。',
    },
    en: {
      subject: 'Correction needed: {number}',
      text: 'Your project “{title}” (number {number}) needs a correction.\n\nReason: {reason}\nWhat to do: {text}\n\nPlease change it and hand it in again by {dueAt}. This is possible even after registration has closed.',
    },
  },
  {
    name: 'project.rejected',
    channels,
    path,
    zh: {
      subject: '资格审查未通过：{number}',
      text: '您好：\n\n您的项目“{title}”（编号 {number}）未通过资格审查。\n\n原因：{reason}\n说明：{text}{appeal}',
    },
    en: {
      subject: 'Not eligible: {number}',
      text: 'Your project “{title}” (number {number}) has not passed the eligibility check.\n\nReason: {reason}\nIn detail: {text}{appeal}',
    },
  },
  {
    name: 'project.withdrawn',
    channels,
    path,
    zh: {
      subject: '已撤回：{number}',
      text: '您好：\n\n您的项目“{title}”（编号 {number}）已按您的操作撤回，不再参加本届赛事。',
    },
    en: {
      subject: 'Withdrawn: {number}',
      text: 'Your project “{title}” (number {number}) was withdrawn as you asked and no longer takes part in this edition.',
    },
  },
];

const OUTCOME = { accept: 'project.accepted', return: 'project.returned', reject: 'project.rejected' } as const;
const NOTHING: LocalText = { zh: '', en: '' };

const appealOffer = (until: string): LocalText => ({
  zh: `\n\n如对结论有异议，您可于 ${until} 前在项目页面的“申诉”中申诉一次，由未参与该结论的组织者复核。`,
  en: `\n\nIf you disagree, you may appeal once, by ${until}, under “Appeal” on the page of the project; an organiser who had no part in the decision will look at it.`,
});

/** A decision on a project, as its entrant is told of it. */
export interface ToldDecision extends DecisionInput {
  project: Project;
  reason: LocalText | null;
  timeZone: string;
  /** How much had been decided of the same submission before. */
  round: number;
  /** Until when a rejection may be appealed; null where it may not. */
  appealUntil: Date | null;
}

interface Told {
  project: Project;
  template: string;
  occasion: string;
  params: NoticeParams;
}

/** What an entrant is told, by mail and in the inbox. */
@Injectable()
export class ProjectNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly persons: Persons,
  ) {}

  onModuleInit(): void {
    this.notices.register(...TEMPLATES);
  }

  submitted(
    work: Work,
    project: Project,
    { at, timeZone, submission }: { at: Date; timeZone: string; submission: number },
  ): Promise<void> {
    const params = { at: deadlineText(at, timeZone), submission };
    return this.tell(work, [{ project, template: 'project.submitted', occasion: String(submission), params }]);
  }

  decided(work: Work, decisions: readonly ToldDecision[]): Promise<void> {
    const told = decisions.map(
      ({ project, action, reason, submission, text, dueAt, timeZone, round, appealUntil }) => ({
        project,
        template: OUTCOME[action],
        occasion: round > 0 ? `${submission}.${round}` : String(submission),
        params: {
          text,
          reason: reason ?? NOTHING,
          dueAt: dueAt ? deadlineText(dueAt, timeZone) : '',
          appeal: appealUntil ? appealOffer(deadlineText(appealUntil, timeZone)) : NOTHING,
        },
      }),
    );
    return this.tell(work, told);
  }

  withdrawn(work: Work, project: Project): Promise<void> {
    return this.tell(work, [{ project, template: 'project.withdrawn', occasion: '', params: {} }]);
  }

  private async tell(work: Work, told: readonly Told[]): Promise<void> {
    const owners = await this.persons.byIds(told.map(({ project }) => project.ownerId));
    await this.notices.sendAll(
      work,
      told.flatMap(({ project, template, occasion, params }) => {
        const person = owners.get(project.ownerId);
        if (!person) return [];
        return {
          template,
          to: { personId: person.id, mail: person.mail, locale: person.locale },
          params: { ...params, projectId: project.id, title: project.title, number: project.number ?? '' },
          key: `${template}:${project.id}:${occasion}`,
        };
      }),
    );
  }
}
