import type { Scopes } from '@haishi/contracts';
import type { RoadshowSession } from './session.entity.js';

/** The places a session lies in. */
export function sessionScopes(session: Pick<RoadshowSession, 'id' | 'editionId' | 'regionCode'>): Scopes {
  return {
    session: session.id,
    edition: session.editionId,
    ...(session.regionCode ? { region: `${session.editionId}/${session.regionCode}` } : {}),
  };
}
