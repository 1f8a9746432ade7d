import type { Actor } from '@haishi/contracts';
import { type Task, type TaskProvider, TaskProviders } from '@haishi/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TeamReader } from './team.reader.js';

/** Invitations to projects that wait for a person's answer. */
@Injectable()
export class TeamTasks implements TaskProvider, OnModuleInit {
  constructor(
    private readonly providers: TaskProviders,
    private readonly reader: TeamReader,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async tasks(actor: Actor): Promise<Task[]> {
    return (await this.reader.toMe(actor)).map(({ title, lead, expiresAt, timeZone, changed }) => ({
      kind: 'project.team',
      title: changed
        ? {
            zh: `确认您在“${title || '未命名项目'}”中的变动`,
            en: `Confirm what changed about you in “${title || 'untitled project'}”`,
          }
        : {
            zh: `答复${lead}：是否参加“${title || '未命名项目'}”`,
            en: `Answer ${lead}: do you take part in “${title || 'untitled project'}”?`,
          },
      href: '/projects',
      ...(changed ? {} : { dueAt: expiresAt, timeZone }),
    }));
  }
}
