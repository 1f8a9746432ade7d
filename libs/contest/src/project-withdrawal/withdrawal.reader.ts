import { type Actor, ROADSHOW_ENDED } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { StandingReader } from '../advancement/standing.reader.js';
import type { Project } from '../project/project.entity.js';
import { ProjectLoader } from '../project/project.loader.js';
import { PublicNoticeQueries } from '../public-notice/public-notice.queries.js';
import { EntrantReader } from '../roadshow-entrant/entrant.reader.js';
import type { GivenUpView, WithdrawalView } from './withdrawal.dto.js';

/** What a project gives up that is withdrawn 退赛. */
@Injectable()
export class WithdrawalReader {
  constructor(
    private readonly loader: ProjectLoader,
    private readonly standings: StandingReader,
    private readonly entrant: EntrantReader,
    private readonly notices: PublicNoticeQueries,
  ) {}

  /** For its owner. Fails with `common.not_found`. */
  async preview(actor: Actor, projectId: string): Promise<WithdrawalView> {
    const { project } = await this.loader.owned(actor, projectId);
    const places = await this.places(actor, project);
    const sessions = (await this.entrant.appearances(actor, project.id))
      .filter(
        ({ state, entryState }) =>
          !ROADSHOW_ENDED.includes(state) && entryState !== 'withdrawn' && entryState !== 'shown',
      )
      .map(({ stage, name }): GivenUpView => ({ kind: 'session', stage, session: name }));
    return {
      givesUp: [...places, ...sessions],
      needsReason: places.length > 0,
      awarded: await this.awarded(project),
    };
  }

  /** Its seats and places on waiting lists, of published decisions. */
  async places(actor: Actor, { id }: Project): Promise<GivenUpView[]> {
    return (await this.standings.standings(actor, id)).flatMap(({ status, stage }): GivenUpView[] =>
      status === 'advances' || status === 'wildcard' || status === 'waiting'
        ? [{ kind: status, stage, session: null }]
        : [],
    );
  }

  /** Whether a notice of awards that was not revoked lists it, and it was struck off none. */
  async awarded({ id, editionId }: Project): Promise<boolean> {
    const standing = await this.notices.standing(editionId, 'awards');
    return (
      standing.some(({ items }) => items.some(({ projectId }) => projectId === id)) &&
      (await this.notices.strikes(id)).length === 0
    );
  }
}
