import type { Scores } from '@haishi/review/rules';
import { api } from '@/api/client';
import { ApiProblem } from '@/api/problem';
import { useSession } from '@/app/session';
import { useDeliveries } from './deliveries';
import type { Receipt } from './roadshow-api';

/** A submission on its way to the server. */
export interface QueuedSheet {
  sheetKey: string;
  revision: number;
  scores: Scores;
  comment: string;
}

export type SheetQueue = ReturnType<typeof useSheetQueue>;

/** Where the device keeps what a judge typed for an entry and is not yet stored on the server. */
const draftName = (personId: string, sessionId: string, entryId: string) =>
  `haishi.sheet.${personId}.${sessionId}.${entryId}`;

/** A judge's submissions of a session by entry; those of entries that are no longer on stage as well. */
export function useSheetQueue(
  personId: string,
  sessionId: string,
  events: { stored: (receipt: Receipt) => unknown; refused: (entryId: string, problem: ApiProblem) => void },
) {
  const session = useSession();
  const queue = useDeliveries<QueuedSheet, Receipt>({
    prefix: draftName(personId, sessionId, ''),
    send: async (entryId, body, signal) => {
      // A tablet that was opened without a network does not know yet whose session it has.
      const { person } = await session.load();
      if (person?.id !== personId) throw new ApiProblem('common.unauthenticated', 401, '');
      return api.put<Receipt>('/sessions/{sessionId}/entries/{entryId}/sheet', {
        path: { sessionId, entryId },
        body,
        signal,
      });
    },
    taken: (_, receipt) => events.stored(receipt),
    refused: events.refused,
  });
  return { ...queue, draftName: (entryId: string) => draftName(personId, sessionId, entryId) };
}
