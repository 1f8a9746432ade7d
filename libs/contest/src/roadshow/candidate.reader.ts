import type { Actor } from '@haishi/contracts';
import { toPage } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Onward } from '../advancement/onward.js';
import { ProjectQueries } from '../project/project.queries.js';
import { SessionAccess } from './session.access.js';
import type { CandidateQuery } from './session.dto.js';
import { SessionQueries } from './session.queries.js';
import { SessionTies } from './session.ties.js';

const PAGE = 50;

/** The projects that may be entered into a session. */
@Injectable()
export class CandidateReader {
  constructor(
    private readonly access: SessionAccess,
    private readonly sessions: SessionQueries,
    private readonly projects: ProjectQueries,
    private readonly onward: Onward,
    private readonly ties: SessionTies,
  ) {}

  /** Accepted projects, of those that an earlier stage let advance where one did; those that already stand in a session of the stage are marked. What is closed to the actor is not among them while others could enter it. */
  async candidates(actor: Actor, sessionId: string, query: CandidateQuery) {
    const session = await this.access.get(actor, sessionId, 'roadshow.manage');
    const limit = query.limit ?? PAGE;
    const reach = { all: true, regions: [], divisions: [] };
    const { text, division, group, cursor } = query;
    const region = session.regionCode ?? undefined;
    const filter = {
      editionId: session.editionId,
      reach,
      states: ['accepted' as const],
      region,
      text,
      division,
      group,
      among: await this.onward.into(session.editionId, session.stageCode),
      except: await this.ties.keptFrom(actor, session),
    };
    const found = await this.projects.page(filter, 'number', cursor, limit);
    const taken = await this.sessions.taken(
      session.editionId,
      session.stageCode,
      found.map(({ id }) => id),
    );
    return toPage(
      found,
      limit,
      (project) => [project.number!, project.id],
      ({ id, number, title, division: divisionCode, groupCode, organisationName }) => ({
        id,
        number,
        title,
        team: organisationName,
        division: divisionCode,
        group: groupCode,
        taken: taken.has(id),
      }),
    );
  }
}
