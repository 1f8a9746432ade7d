import type { Scores } from '@haishi/review/rules';
import { api } from '@/api/client';
import type { ApiProblem } from '@/api/problem';
import { useDeliveries } from '@/features/roadshow/deliveries';
import type { KeyingReceipt } from './keyed-api';

/** A keying on its way to the server. */
export interface QueuedKeying {
  keyId: string;
  revision: number;
  /** The own keying that it corrects. */
  replaces: string | null;
  scores: Scores;
  comment: string;
}

export type KeyingQueue = ReturnType<typeof useKeyingQueue>;

/** A sheet among those that the device keeps. */
export const sheetName = (entryId: string, seatNo: number): string => `${entryId}.${seatNo}`;

/** Where the device keeps what one person keys: two may use the same one after the other, and see nothing of each other. */
export const keyingPrefix = (personId: string, sessionId: string): string => `haishi.keying.${personId}.${sessionId}.`;

/** The keyings of one person, by sheet. */
export const useKeyingQueue = (
  personId: string,
  sessionId: string,
  events: { taken: (receipt: KeyingReceipt) => unknown; refused: (name: string, problem: ApiProblem) => void },
) =>
  useDeliveries<QueuedKeying, KeyingReceipt>({
    prefix: keyingPrefix(personId, sessionId),
    send: (name, body, signal) => {
      const at = name.lastIndexOf('.');
      return api.put<KeyingReceipt>('/sessions/{id}/keyed/{entryId}/{seatNo}', {
        path: { id: sessionId, entryId: name.slice(0, at), seatNo: name.slice(at + 1) },
        body,
        signal,
      });
    },
    taken: (_, receipt) => events.taken(receipt),
    refused: events.refused,
  });
