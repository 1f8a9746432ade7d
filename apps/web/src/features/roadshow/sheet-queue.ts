import type { Scores } from '@haishi/review/rules';
import { onScopeDispose, reactive } from 'vue';
import { api } from '@/api/client';
import { type ApiProblem, toProblem } from '@/api/problem';
import { readStored } from './device-store';
import type { Receipt } from './roadshow-api';

/** A submission on its way to the server. */
export interface QueuedSheet {
  sheetKey: string;
  revision: number;
  scores: Scores;
  comment: string;
}

/** Milliseconds between two attempts. */
const RETRY_MS = 3000;
/** Milliseconds the server may take to answer: a network that is gone without a word is tried anew after them. */
const ANSWER_MS = 10_000;

export type SheetQueue = ReturnType<typeof useSheetQueue>;

/** Where the device keeps what was typed for an entry and is not yet stored on the server. */
export const draftName = (sessionId: string, entryId: string) => `haishi.sheet.${sessionId}.${entryId}`;
const SUFFIX = '.waiting';

/**
 * The submissions of a session that the server has not answered, kept on the device until it has; those of entries that
 * are no longer on stage as well. Each is delivered once, since every attempt carries the same key.
 */
export function useSheetQueue(
  sessionId: string,
  events: { stored: (receipt: Receipt) => unknown; refused: (entryId: string, problem: ApiProblem) => void },
) {
  const waiting = reactive(new Map<string, QueuedSheet>());
  const sending = reactive(new Set<string>());
  const problems = reactive(new Map<string, ApiProblem>());
  let timer: ReturnType<typeof setTimeout> | undefined;

  const prefix = draftName(sessionId, '');
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith(prefix) || !name.endsWith(SUFFIX)) continue;
    const sheet = readStored<QueuedSheet>(name);
    if (sheet) waiting.set(name.slice(prefix.length, -SUFFIX.length), sheet);
  }

  async function deliver(entryId: string): Promise<void> {
    const sheet = waiting.get(entryId);
    if (!sheet || sending.has(entryId)) return;
    sending.add(entryId);
    try {
      const receipt = await api.put<Receipt>('/sessions/{sessionId}/entries/{entryId}/sheet', {
        path: { sessionId, entryId },
        body: sheet,
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      remove(entryId);
      localStorage.removeItem(draftName(sessionId, entryId));
      events.stored(receipt);
    } catch (error) {
      const problem = toProblem(error);
      if (problem.passing) {
        clearTimeout(timer);
        timer = setTimeout(deliverAll, RETRY_MS);
      } else {
        remove(entryId);
        problems.set(entryId, problem);
        events.refused(entryId, problem);
      }
    } finally {
      sending.delete(entryId);
    }
  }

  /** Puts a submission in the queue; resolves once it was tried, while it may still wait for the network. */
  function submit(entryId: string, sheet: QueuedSheet): Promise<void> {
    problems.delete(entryId);
    waiting.set(entryId, sheet);
    localStorage.setItem(draftName(sessionId, entryId) + SUFFIX, JSON.stringify(sheet));
    return deliver(entryId);
  }

  function remove(entryId: string): void {
    waiting.delete(entryId);
    localStorage.removeItem(draftName(sessionId, entryId) + SUFFIX);
  }

  function deliverAll(): void {
    for (const entryId of waiting.keys()) void deliver(entryId);
  }
  window.addEventListener('online', deliverAll);
  onScopeDispose(() => {
    clearTimeout(timer);
    window.removeEventListener('online', deliverAll);
  });
  deliverAll();

  return { waiting, sending, problems, submit };
}
