import type { Actor } from '@haishi/contracts';
import { type Task, TaskProviders } from '@haishi/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JudgeReader } from './judge.reader.js';

/** What an online review asks of its judges. */
@Injectable()
export class RoundPlaces implements OnModuleInit {
  constructor(
    private readonly tasks: TaskProviders,
    private readonly reader: JudgeReader,
  ) {}

  onModuleInit(): void {
    this.tasks.register({ tasks: (actor) => this.tasksOf(actor) });
  }

  private async tasksOf(actor: Actor): Promise<Task[]> {
    const own = await this.reader.own(actor);
    return own
      .filter(({ state, left, assigned, scored }) => state === 'open' && !left && scored < assigned)
      .map(({ id, stage, edition, dueAt, assigned, scored }) => ({
        kind: 'review.score',
        title: { zh: `评审：${stage.zh}`, en: `Review: ${stage.en}` },
        detail: edition,
        count: assigned - scored,
        href: `/reviews/${id}`,
        ...(dueAt ? { dueAt: new Date(dueAt) } : {}),
      }));
  }
}
