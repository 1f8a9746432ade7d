import type { Actor } from '@haishi/contracts';
import { ScopePlaces, type Task, TaskProviders } from '@haishi/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sessionScopes } from './session.access.js';
import { SessionQueries } from './session.queries.js';
import { SessionReader } from './session.reader.js';

/** What a session is to the rooms below: a place that roles are given in, and a task for who has one there. */
@Injectable()
export class RoadshowPlaces implements OnModuleInit {
  constructor(
    private readonly places: ScopePlaces,
    private readonly tasks: TaskProviders,
    private readonly sessions: SessionQueries,
    private readonly reader: SessionReader,
  ) {}

  onModuleInit(): void {
    this.places.register('session', async (id) => {
      const session = await this.sessions.find(id);
      return session ? { label: { zh: session.name, en: session.name }, within: sessionScopes(session) } : undefined;
    });
    this.tasks.register({ tasks: (actor) => this.tasksOf(actor) });
  }

  private async tasksOf(actor: Actor): Promise<Task[]> {
    const sessions = (await this.reader.own(actor)).filter(({ state }) => state === 'running' || state === 'ready');
    return sessions.flatMap(({ id, name, seated, leads }): Task[] => [
      ...(seated
        ? [
            {
              kind: 'roadshow.score',
              title: { zh: `为“${name}”评分`, en: `Score ${name}` },
              href: `/roadshow/${id}/desk`,
            },
          ]
        : []),
      ...(leads
        ? [
            {
              kind: 'roadshow.chair',
              title: { zh: `主持“${name}”`, en: `Chair ${name}` },
              href: `/roadshow/${id}/chair`,
            },
          ]
        : []),
    ]);
  }
}
