import { type AudienceSnapshot, failure, ROADSHOW_AUDIENCE } from '@haishi/contracts';
import { type ChannelDefinition, Channels } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SessionQueries } from '../roadshow/session.queries.js';
import { SessionViews } from '../roadshow/session.views.js';

/** What anybody may follow of a session, while that is open. */
@Injectable()
export class AudienceChannel implements OnModuleInit {
  constructor(
    private readonly channels: Channels,
    private readonly sessions: SessionQueries,
    private readonly views: SessionViews,
  ) {}

  onModuleInit(): void {
    const definition: ChannelDefinition<AudienceSnapshot> = {
      name: ROADSHOW_AUDIENCE,
      shared: true,
      authorise: async (actor, key) => {
        const session = await this.sessions.find(key);
        if (!session?.audienceSince) throw failure('common.not_found');
        return { actor };
      },
      snapshot: async (key) => {
        const snapshot = await this.views.audience(key);
        if (!snapshot) throw failure('common.not_found');
        return snapshot;
      },
    };
    this.channels.register(definition);
  }
}
