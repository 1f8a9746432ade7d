import type { Actor } from '@haishi/contracts';
import { type Task, type TaskProvider, TaskProviders } from '@haishi/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TransferReader } from './transfer.reader.js';

/** Offers of projects that wait for a person's answer. */
@Injectable()
export class TransferTasks implements TaskProvider, OnModuleInit {
  constructor(
    private readonly providers: TaskProviders,
    private readonly reader: TransferReader,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async tasks(actor: Actor): Promise<Task[]> {
    return (await this.reader.toMe(actor)).map(({ title, from, expiresAt, timeZone }) => ({
      kind: 'project.transfer',
      title: {
        zh: `答复${from}：是否接手“${title || '未命名项目'}”`,
        en: `Answer ${from}, who offers you “${title || 'untitled project'}”`,
      },
      href: '/projects',
      dueAt: expiresAt,
      timeZone,
    }));
  }
}
