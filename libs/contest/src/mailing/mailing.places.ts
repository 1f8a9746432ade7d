import { failure, type LocalText } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { AdvancementQueries } from '../advancement/advancement.queries.js';
import { standing } from '../advancement/advancement.rules.js';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import type { Reach } from '../project/reach.js';
import { reachIncludes } from '../project/reach.js';
import type { RoadshowSession } from '../roadshow/session.entity.js';
import { SessionQueries } from '../roadshow/session.queries.js';
import { type AudienceChoice, standingOf } from './mailing.rules.js';

/** By which stages and sessions recipients may be chosen. */
export interface MailingPlacesView {
  /** Those whose standing is published. */
  stages: { code: string; name: LocalText }[];
  /** The latest first. */
  sessions: { id: string; name: string; room: string; stage: LocalText }[];
}

/** Recipients by where their projects stand: in a stage, as it was published, and in a session. */
@Injectable()
export class MailingPlaces {
  constructor(
    private readonly editions: EditionQueries,
    private readonly advancement: AdvancementQueries,
    private readonly sessions: SessionQueries,
  ) {}

  async choices(edition: Edition, reach: Reach): Promise<MailingPlacesView> {
    const stages = await this.editions.stages(edition.id);
    const published = new Set(await this.advancement.publishedStages(edition.id));
    const named = stages.map(({ code, nameZh, nameEn }) => ({ code, name: { zh: nameZh, en: nameEn } }));
    const names = new Map(named.map(({ code, name }) => [code, name]));
    const sessions = await this.sessions.ofEdition(edition.id);
    return {
      stages: named.filter(({ code }) => published.has(code)),
      sessions: sessions
        .filter(({ regionCode }) => reachIncludes(reach, { region: regionCode }))
        .map(({ id, name, room, stageCode }) => ({ id, name, room, stage: names.get(stageCode)! })),
    };
  }

  /**
   * The projects that stand there, null where nothing narrows them. Fails with `mailing.not_published` where the stage has no
   * published standing, and as {@link session} does.
   */
  async projects(
    edition: Edition,
    { stage, standings, session }: AudienceChoice,
  ): Promise<((id: string) => boolean) | null> {
    const inStage = stage ? await this.inStage(edition, stage, standings ?? []) : null;
    const inSession = session ? await this.inSession(edition, session) : null;
    if (!inStage && !inSession) return null;
    return (id) => (inStage?.has(id) ?? true) && (inSession?.has(id) ?? true);
  }

  /** A session of the edition; fails with `mailing.unknown_session`. */
  async session(edition: Edition, id: string): Promise<RoadshowSession> {
    const session = await this.sessions.find(id);
    if (session?.editionId !== edition.id) throw failure('mailing.unknown_session', { field: 'audience.session' });
    return session;
  }

  private async inStage(edition: Edition, stageCode: string, standings: readonly string[]): Promise<Set<string>> {
    const stages = await this.advancement.publishedStages(edition.id);
    if (!stages.includes(stageCode)) throw failure('mailing.not_published', { field: 'audience.stage' });
    const decision = (await this.advancement.latest(edition.id, stageCode))!;
    const wanted = new Set(
      standing(decision.answer, await this.advancement.replacements(decision.id))
        .filter(({ status }) => standings.length === 0 || standings.includes(standingOf(status)))
        .map(({ entryId }) => entryId),
    );
    const place = await this.advancement.stage(edition, stageCode);
    return new Set(place.entries.flatMap(({ id, projectId }) => (wanted.has(id) ? [projectId] : [])));
  }

  private async inSession(edition: Edition, id: string): Promise<Set<string>> {
    const entries = await this.sessions.entries((await this.session(edition, id)).id);
    return new Set(entries.flatMap(({ state, projectId }) => (state === 'withdrawn' ? [] : [projectId])));
  }
}
