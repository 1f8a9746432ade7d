import { type Actor, ROADSHOW_ENDED } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { ProjectLoader } from '../project/project.loader.js';
import { SignInQueries } from '../roadshow-signin/sign-in.queries.js';
import type { RoadshowEntry } from '../roadshow/session.entity.js';
import { SessionQueries } from '../roadshow/session.queries.js';
import type { AppearanceView } from './entrant.dto.js';

/** What entrants learn of the sessions in which they appear: when, where, in which order; never a score. */
@Injectable()
export class EntrantReader {
  constructor(
    private readonly loader: ProjectLoader,
    private readonly sessions: SessionQueries,
    private readonly signIns: SignInQueries,
    private readonly editions: EditionQueries,
  ) {}

  /** The sessions of a project whose team the actor belongs to, the latest first. Fails with `common.not_found`. */
  async appearances(actor: Actor, projectId: string): Promise<AppearanceView[]> {
    const project = await this.loader.ofTeam(actor, projectId);
    const entries = await this.sessions.entriesOf(project);
    const views = await Promise.all(entries.map((entry) => this.view(entry)));
    const timeOf = ({ startsAt }: AppearanceView) => (startsAt === null ? Infinity : Date.parse(startsAt));
    return views.sort((one, other) => timeOf(other) - timeOf(one) || 0);
  }

  private async view(entry: RoadshowEntry): Promise<AppearanceView> {
    const session = await this.sessions.get(entry.sessionId);
    const stages = await this.editions.stages(session.editionId);
    const stage = stages.find(({ code }) => code === session.stageCode)!;
    const all = await this.sessions.entries(session.id);
    const presence = session.signInOpenedAt === null ? null : await this.signIns.presence(session.id);
    return {
      sessionId: session.id,
      name: session.name,
      stage: { zh: stage.nameZh, en: stage.nameEn },
      room: session.room,
      timeZone: session.timeZone,
      state: session.state,
      startsAt: session.startsAt?.toISOString() ?? null,
      resumesAt: session.resumesAt?.toISOString() ?? null,
      entryState: entry.state,
      position: session.drawnAt === null ? null : entry.position,
      entries: all.filter(({ state }) => state !== 'withdrawn').length,
      signedIn: presence && presence.here.entries.includes(entry.id),
      meetingUrl: entry.state === 'withdrawn' || ROADSHOW_ENDED.includes(session.state) ? null : session.meetingUrl,
      audience: session.audienceSince !== null,
    };
  }
}
