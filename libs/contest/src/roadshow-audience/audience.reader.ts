import { type Actor, type AudienceAnswer, failure, ROADSHOW_AUDIENCE } from '@haishi/contracts';
import { ENVIRONMENT, type Environment, qrSvg, Realtime } from '@haishi/platform';
import { Inject, Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { SessionAccess } from '../roadshow/session.access.js';
import { SessionQueries } from '../roadshow/session.queries.js';
import { LEADERS } from '../roadshow/session.ties.js';
import type { AudienceAddressView, LiveSessionView } from './audience.dto.js';
import { AudienceQueries } from './audience.queries.js';

/** Sessions named at once; a city has a few on one day. */
const LISTED = 50;

/** What is read for the audience, and of where it comes. */
@Injectable()
export class AudienceReader {
  constructor(
    private readonly queries: AudienceQueries,
    private readonly sessions: SessionQueries,
    private readonly access: SessionAccess,
    private readonly editions: EditionQueries,
    private readonly realtime: Realtime,
    @Inject(ENVIRONMENT) private readonly environment: Environment,
  ) {}

  /** Those that anybody may follow, of one edition or of all; the newest fifty. Fails with `common.not_found` for no edition. */
  async live(editionName: string | undefined): Promise<LiveSessionView[]> {
    const edition = editionName ? await this.editions.getByName(editionName) : undefined;
    const found = await this.queries.open(edition?.id, LISTED);
    const editions = new Map(
      await Promise.all(
        [...new Set(found.map(({ editionId }) => editionId))].map(
          async (id) => [id, await this.editions.get(id)] as const,
        ),
      ),
    );
    return found.map(({ id, name, editionId, room, timeZone, state, startsAt, resumesAt }) => {
      const { nameZh, nameEn } = editions.get(editionId)!;
      return {
        id,
        name,
        edition: { zh: nameZh, en: nameEn },
        room,
        timeZone,
        state,
        startsAt: startsAt?.toISOString() ?? null,
        resumesAt: resumesAt?.toISOString() ?? null,
      };
    });
  }

  /** For anybody; fails with `common.not_found` while the session is not open to the audience. */
  async snapshot(actor: Actor, sessionId: string): Promise<AudienceAnswer> {
    return (await this.realtime.look(actor, ROADSHOW_AUDIENCE, sessionId)) as AudienceAnswer;
  }

  async address(actor: Actor, sessionId: string): Promise<AudienceAddressView> {
    const { audienceSince } = await this.access.getUnsealed(actor, sessionId, ...LEADERS);
    return { url: this.urlOf(sessionId), since: audienceSince?.toISOString() ?? null };
  }

  /** The address as a QR code, an SVG image: for anybody while the page is open, before that for who leads the session. */
  async code(actor: Actor, sessionId: string): Promise<string> {
    const session = await this.sessions.get(sessionId);
    if (!session.audienceSince && !this.access.leads(actor, session)) throw failure('common.not_found');
    return qrSvg(this.urlOf(sessionId));
  }

  private urlOf(sessionId: string): string {
    return `${this.environment.publicUrl}/live/${sessionId}`;
  }
}
