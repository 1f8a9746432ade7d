import type { Scores } from '@haishi/review/rules';
import { api } from '@/api/client';
import type { ApiProblem } from '@/api/problem';
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

/** Where the device keeps what was typed for an entry and is not yet stored on the server. */
export const draftName = (sessionId: string, entryId: string) => `haishi.sheet.${sessionId}.${entryId}`;

/** The submissions of a session by entry; those of entries that are no longer on stage as well. */
export const useSheetQueue = (
  sessionId: string,
  events: { stored: (receipt: Receipt) => unknown; refused: (entryId: string, problem: ApiProblem) => void },
) =>
  useDeliveries<QueuedSheet, Receipt>({
    prefix: draftName(sessionId, ''),
    send: (entryId, body, signal) =>
      api.put<Receipt>('/sessions/{sessionId}/entries/{entryId}/sheet', { path: { sessionId, entryId }, body, signal }),
    taken: (_, receipt) => events.stored(receipt),
    refused: events.refused,
  });
