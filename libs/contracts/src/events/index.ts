import { ATTENDANCE_EVENTS } from './attendance.js';
import type { EventCatalogue } from './catalogue.js';
import { CONTEST_EVENTS } from './contest.js';
import { FAIR_EVENTS } from './fair.js';
import { IDENTITY_EVENTS } from './identity.js';
import { INVITATION_EVENTS } from './invitation.js';
import { PLATFORM_EVENTS } from './platform.js';
import { REVIEW_EVENTS } from './review.js';

/** What every event type is called; each domain's stand in a file of its own beside this one. */
export const EVENT_LABELS: Readonly<EventCatalogue> = {
  ...PLATFORM_EVENTS,
  ...IDENTITY_EVENTS,
  ...CONTEST_EVENTS,
  ...REVIEW_EVENTS,
  ...FAIR_EVENTS,
  ...INVITATION_EVENTS,
  ...ATTENDANCE_EVENTS,
};
