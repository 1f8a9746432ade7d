import {
  type ChairSnapshot,
  type DeskSnapshot,
  failure,
  ROADSHOW_CHAIR,
  ROADSHOW_DESK,
  ROADSHOW_SCREEN,
  type ScreenSnapshot,
} from '@haishi/contracts';
import { Links } from '@haishi/identity';
import { type ChannelDefinition, Channels, EventConsumers, Realtime } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SessionAccess } from './session.access.js';
import { SessionViews } from './session.views.js';
import { SheetTies } from './sheet.ties.js';

/**
 * What can tie somebody who leads or judges a session to an entry of it, or bring somebody without a tie who could lead it in their place,
 * and what the show goes on by.
 */
const TYING = [
  ...['role.granted', 'second_factor.enrolled', 'person.changed', 'person.enabled'],
  ...['organisation.created', 'organisation.changed', 'organisation.approved'],
  ...['expert.taken', 'expert.linked', 'expert.tie_taken_back', 'review_round.accepted', 'review_round.declared'],
  // Experts of the pool are linked to accounts by it.
  'review_round.prepared',
  ...['recusal.added', 'recusal.declared_late', 'recusal.lifted', 'project.recused', 'project.recusal_dismissed'],
  ...[
    'project.accepted',
    'project.lead_transferred',
    'collected.claimed',
    'project.member_invited',
    'project.member_accepted',
  ],
  ...['roadshow.entries_added', 'roadshow.judge_seated', 'roadshow.started', 'roadshow.resumed'],
];

/** What of a session is pushed live, and to whom. */
@Injectable()
export class RoadshowChannels implements OnModuleInit {
  constructor(
    private readonly channels: Channels,
    private readonly access: SessionAccess,
    private readonly views: SessionViews,
    private readonly links: Links,
    private readonly consumers: EventConsumers,
    private readonly realtime: Realtime,
    private readonly sheetTies: SheetTies,
  ) {}

  onModuleInit(): void {
    for (const definition of [this.screen(), this.desk(), this.chair()]) this.channels.register(definition);
    this.consumers.hear(TYING, () => {
      this.sheetTies.stale();
      this.realtime.askAnew(ROADSHOW_CHAIR);
    });
  }

  /** Anybody with a link of this very session, and who is in the room. */
  private screen(): ChannelDefinition<ScreenSnapshot> {
    return {
      name: ROADSHOW_SCREEN,
      shared: true,
      authorise: async (actor, key, token) => {
        if (token === undefined) {
          await this.access.assertInRoom(actor, key);
          return { actor };
        }
        const link = await this.links.resolve(token, ROADSHOW_SCREEN);
        if (link.subjectId !== key) throw failure('identity.link_not_valid');
        return { actor, linkId: link.id };
      },
      snapshot: (key) => this.views.screen(key),
    };
  }

  private desk(): ChannelDefinition<DeskSnapshot> {
    return {
      name: ROADSHOW_DESK,
      shared: true,
      authorise: async (actor, key) => {
        await this.access.assertInRoom(actor, key);
        return { actor };
      },
      snapshot: (key) => this.views.desk(key),
    };
  }

  private chair(): ChannelDefinition<ChairSnapshot> {
    return {
      name: ROADSHOW_CHAIR,
      askedAnew: () => this.sheetTies.stale(),
      authorise: async (actor, key) => {
        await this.access.get(actor, key, 'roadshow.chair', 'roadshow.manage');
        return { actor };
      },
      snapshot: (key) => this.views.chair(key),
    };
  }
}
