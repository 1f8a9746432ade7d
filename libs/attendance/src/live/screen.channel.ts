import { type Actor, ATTENDANCE_SCREEN, type AttendanceScreenSnapshot, failure } from '@haishi/contracts';
import { Links } from '@haishi/identity';
import { type ChannelDefinition, Channels, isAllowed, type Listener } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { scopesOfEvent } from '../event/admission-event.entity.js';
import { EventFactsCache } from '../event/event-facts.js';
import { CountsQueries, minuteOf } from './counts.queries.js';

const CURVE_MINUTES = 60;

/** The headcount on the big screen and on the organiser's board: numbers, no person. */
@Injectable()
export class AttendanceScreenChannel implements ChannelDefinition<AttendanceScreenSnapshot>, OnModuleInit {
  readonly name = ATTENDANCE_SCREEN;
  readonly shared = true;

  constructor(
    private readonly channels: Channels,
    private readonly links: Links,
    private readonly facts: EventFactsCache,
    private readonly counts: CountsQueries,
  ) {}

  onModuleInit(): void {
    this.channels.register(this);
  }

  async authorise(actor: Actor, key: string, token: string | undefined): Promise<Listener> {
    if (token !== undefined) {
      const link = await this.links.resolve(token, ATTENDANCE_SCREEN);
      if (link.subjectId !== key) throw failure('identity.link_not_valid');
      return { actor, linkId: link.id };
    }
    const { event } = await this.facts.get(key);
    if (!isAllowed(actor, 'attendance.read', scopesOfEvent(event))) throw failure('common.not_found');
    return { actor };
  }

  snapshot(key: string): Promise<AttendanceScreenSnapshot> {
    return this.counts.snapshot(key, minuteOf(Date.now()) - CURVE_MINUTES + 1);
  }
}
