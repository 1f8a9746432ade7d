import type { Actor } from '@haishi/contracts';
import { type Task, TaskProviders } from '@haishi/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CollectedReader } from './collected.reader.js';

/** Projects that wait for their entrant. */
@Injectable()
export class CollectedTasks implements OnModuleInit {
  constructor(
    private readonly tasks: TaskProviders,
    private readonly reader: CollectedReader,
  ) {}

  onModuleInit(): void {
    this.tasks.register({ tasks: (actor) => this.tasksOf(actor) });
  }

  private async tasksOf(actor: Actor): Promise<Task[]> {
    const offered = await this.reader.offered(actor);
    return offered
      .filter(({ open }) => open)
      .map(({ title, edition }) => ({
        kind: 'project.claim',
        title: { zh: `认领“${title}”`, en: `Claim “${title}”` },
        detail: edition,
        href: '/projects',
      }));
  }
}
