import type { LocalText } from '../locale.js';

/** What the audit page calls each event type of a domain. */
export type EventCatalogue = Record<string, LocalText>;
