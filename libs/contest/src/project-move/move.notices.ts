import type { LocalText } from '@haishi/contracts';
import { type Person, Persons } from '@haishi/identity';
import { type NoticeParams, type NoticeRecipient, type NoticeTemplate, Notices, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EditionDefinition } from '../edition/edition.definition.js';
import { nameOf } from '../edition/named.js';
import type { LoadedProject } from '../project/project.loader.js';
import { PROJECT_STATE_WORDS } from '../project/project.words.js';
import { Recipients } from '../project/recipients.js';
import type { ProjectMove } from './move.entity.js';
import type { MovePlan } from './move.plan.js';
import type { Placement } from './move.rules.js';

const channels = ['mail', 'inbox'] as const;

const TEMPLATES: NoticeTemplate[] = [
  {
    name: 'project.moved',
    channels,
    path: '/projects/{projectId}',
    zh: {
      subject: '参赛项目 {number} 已调整',
      text: '您好：\n\n组委会调整了参赛项目“{title}”（编号 {number}，编号不变）：\n\n原为：{from}\n现为：{to}\n原因：{reason}\n\n{missing}',
    },
    en: {
      subject: 'Your project {number} was moved',
      text: 'The organisers moved the project “{title}” (number {number}, which it keeps).\n\nFrom: {from}\nTo: {to}\nReason: {reason}\n\n{missing}',
    },
  },
  {
    name: 'project.moved_here',
    channels,
    path: '/staff/editions/{edition}/eligibility',
    zh: { subject: '项目 {number} 转由您审查', text: '您好：\n\n项目 {number} 已调整为：{to}，现由您审查。' },
    en: {
      subject: 'Project {number} is yours to check',
      text: 'Project {number} was moved to {to} and now waits in your queue.',
    },
  },
  {
    name: 'project.moved_away',
    channels,
    path: '/staff/editions/{edition}/eligibility',
    zh: {
      subject: '项目 {number} 不再由您审查',
      text: '您好：\n\n项目 {number} 已由{from}调整到其他赛道，不再由您审查。',
    },
    en: {
      subject: 'Project {number} is no longer yours to check',
      text: 'Project {number} was moved away from {from} and no longer waits in your queue.',
    },
  },
  {
    name: 'project.moved_into_reach',
    channels,
    path: '/projects/{projectId}',
    zh: {
      subject: '项目 {number} 已转入您负责的范围',
      text: '您好：\n\n项目 {number}（{state}）由{from}调整为：{to}。\n原因：{reason}',
    },
    en: {
      subject: 'Project {number} is now yours to look after',
      text: 'Project {number} ({state}) was moved from {from} to {to}.\n\nReason: {reason}',
    },
  },
  {
    name: 'project.moved_out_of_reach',
    channels,
    path: '/staff/editions/{edition}/projects',
    zh: {
      subject: '项目 {number} 已转出您负责的范围',
      text: '您好：\n\n项目 {number}（{state}）已由{from}调整到其他赛道。',
    },
    en: {
      subject: 'Project {number} is no longer yours to look after',
      text: 'Project {number} ({state}) was moved away from {from}.',
    },
  },
];

const NOTHING: LocalText = { zh: '', en: '' };
const MISSING: LocalText = {
  zh: '按新的要求，项目内容还有缺项，请在项目页面查看；如需补充，组委会会退回补正。',
  en: 'Something that is asked for there is missing; see the project’s page. The organisers return it to you if it is needed.',
};

/** What the entrant, the team and the staff concerned are told of a move. */
@Injectable()
export class MoveNotices implements OnModuleInit {
  constructor(
    private readonly notices: Notices,
    private readonly persons: Persons,
    private readonly recipients: Recipients,
  ) {}

  onModuleInit(): void {
    this.notices.register(...TEMPLATES);
  }

  async moved(work: Work, { project, members }: LoadedProject, move: ProjectMove, plan: MovePlan): Promise<void> {
    const { definition, code } = plan.edition;
    const params = {
      projectId: project.id,
      edition: code,
      title: plan.snapshot.title,
      number: project.number ?? '',
      from: wordsOf(definition, move.fromPlacement),
      to: wordsOf(definition, move.toPlacement),
      reason: move.reason,
      state: PROJECT_STATE_WORDS[project.state],
      missing: plan.missing.length > 0 ? MISSING : NOTHING,
    };
    const owner = await this.persons.byId(project.ownerId);
    const told = owner ? [recipient(owner)] : [];
    for (const to of told) await this.send(work, 'project.moved', to, params, `${move.id}:owner`);
    for (const { to, key } of await this.recipients.team(project, members, told))
      await this.send(work, 'project.moved', to, params, `${move.id}:${key}`);
    // Only what was handed in waits in a queue.
    const [here, away] =
      project.state === 'submitted'
        ? ['project.moved_here', 'project.moved_away']
        : ['project.moved_into_reach', 'project.moved_out_of_reach'];
    for (const person of plan.gain) await this.send(work, here, recipient(person), params, `${move.id}:${person.id}`);
    for (const person of plan.lose) await this.send(work, away, recipient(person), params, `${move.id}:${person.id}`);
  }

  private send(work: Work, template: string, to: NoticeRecipient, params: NoticeParams, key: string): Promise<void> {
    return this.notices.send(work, { template, to, params, key: `${template}:${key}` });
  }
}

function recipient({ id, mail, locale }: Person): NoticeRecipient {
  return { personId: id, mail, locale };
}

/** A place in the edition as its names say it. */
function wordsOf(definition: EditionDefinition, { division, field, region, group }: Placement): LocalText {
  const fields = definition.divisions.find(({ code }) => code === division)?.fields ?? [];
  const names = [
    nameOf(definition.divisions, division),
    nameOf(fields, field),
    nameOf(definition.regions, region),
    nameOf(definition.groups, group),
  ];
  return { zh: names.map(({ zh }) => zh).join('·'), en: names.map(({ en }) => en).join(' · ') };
}
