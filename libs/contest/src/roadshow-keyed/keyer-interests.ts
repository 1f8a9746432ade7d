import type { Actor } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import type { Interest } from '../involvement/interest.rules.js';
import { Involvement } from '../involvement/involvement.js';
import type { RoadshowEntry } from '../roadshow/session.entity.js';

/** Which entries somebody may not key, since the record ties them to the project. */
@Injectable()
export class KeyerInterests {
  constructor(private readonly involvement: Involvement) {}

  /** By entry; entries without an interest are absent. */
  async of(actor: Actor, entries: readonly RoadshowEntry[]): Promise<Map<string, Interest>> {
    const interests = await this.involvement.interests(
      actor,
      entries.map(({ projectId }) => projectId),
    );
    return new Map(
      entries.flatMap(({ id, projectId }) => {
        const interest = interests.get(projectId);
        return interest ? [[id, interest] as const] : [];
      }),
    );
  }
}
