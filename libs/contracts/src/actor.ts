import type { Grant } from './access.js';
import type { Locale } from './locale.js';

/** On whose behalf something is done. The first argument of every command. */
export interface Actor {
  /** `person`: a signed-in session. `link`: the bearer of a link with a right. `system`: the program itself. */
  kind: 'person' | 'link' | 'system' | 'anonymous';
  /** The person's id, the link's id, the name of the system's part, or empty. */
  id: string;
  /** What the audit page shows. */
  name: string;
  sessionId?: string;
  grants: readonly Grant[];
  /** Whether the session passed its second factor. */
  secondFactor: boolean;
  locale: Locale;
  /** Where the request came from; empty for `system`. */
  ip: string;
  requestId: string;
}
