import type { Actor, LocalText } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';

/** Something that waits for a person. */
export interface Task {
  /** Stable, such as `project.check`; pages choose an icon by it. */
  kind: string;
  title: LocalText;
  /** How many things wait, where it is more than a single one. */
  count?: number;
  /** What helps to decide whether to begin with it: how far it is, where, what comes next. */
  detail?: LocalText;
  /** The page where it is done. */
  href: string;
  dueAt?: Date;
  /** IANA name of the zone by whose clocks it is due: that of the edition or fair that it is of. */
  timeZone?: string;
  /** Since when the longest of what waits has waited. */
  since?: Date;
  /** Whether it happens at this moment and others wait for it. */
  live?: boolean;
}

export interface TaskProvider {
  tasks(actor: Actor): Promise<Task[]>;
}

/** Where each domain registers what it wants done, in `onModuleInit`. */
@Injectable()
export class TaskProviders {
  private readonly providers: TaskProvider[] = [];

  register(provider: TaskProvider): void {
    this.providers.push(provider);
  }

  /** Everything that waits for `actor`: what happens now comes first, then what is due first, what has no date last. */
  async for(actor: Actor): Promise<Task[]> {
    const lists = await Promise.all(this.providers.map((provider) => provider.tasks(actor)));
    const due = (task: Task) => (task.live ? -Infinity : (task.dueAt?.getTime() ?? Infinity));
    return lists.flat().sort((first, second) => (due(first) === due(second) ? 0 : due(first) - due(second)));
  }
}
