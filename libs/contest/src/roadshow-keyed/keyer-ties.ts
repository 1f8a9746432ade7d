import type { Actor } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import type { ClosedBy } from '../involvement/closed.rules.js';
import { Involvement } from '../involvement/involvement.js';
import type { RoadshowEntry } from '../roadshow/session.entity.js';

/** Which entries somebody may not key, since they have a tie to the project or are recused from it. */
@Injectable()
export class KeyerTies {
  constructor(private readonly involvement: Involvement) {}

  /** By entry, with why; those that are open to them are absent. */
  async of(actor: Actor, entries: readonly RoadshowEntry[]): Promise<Map<string, ClosedBy>> {
    const closed = await this.involvement.closedTo(
      actor,
      entries.map(({ projectId }) => projectId),
    );
    return new Map(
      entries.flatMap(({ id, projectId }) => {
        const why = closed.get(projectId);
        return why ? [[id, why] as const] : [];
      }),
    );
  }
}
