import { onScopeDispose, shallowReactive } from 'vue';
import { type ApiProblem, toProblem } from '@/api/problem';
import { readStored } from './device-store';

/** Milliseconds between two attempts. */
const RETRY_MS = 3000;
/** Milliseconds the server may take to answer: a network that is gone without a word is tried anew after them. */
const ANSWER_MS = 10_000;
const SUFFIX = '.waiting';

export interface Course<Item, Answer> {
  /** Before the names under which the device keeps what is on its way; no other person's, and no other page's. */
  prefix: string;
  /** Every attempt is given the same item; it bears the key by which the server knows a repetition. */
  send: (name: string, item: Item, signal: AbortSignal) => Promise<Answer>;
  taken: (name: string, answer: Answer) => unknown;
  refused: (name: string, problem: ApiProblem) => void;
}

/**
 * What the server has not answered yet, one item a name, kept on the device until it has: over a lost network, a reload,
 * and whatever is on the page meanwhile. What was typed for a name is kept under `prefix` and the name, and forgotten
 * once it is taken.
 */
export function useDeliveries<Item extends object, Answer>({ prefix, send, taken, refused }: Course<Item, Answer>) {
  const waiting = shallowReactive(new Map<string, Item>());
  const sending = shallowReactive(new Set<string>());
  const problems = shallowReactive(new Map<string, ApiProblem>());
  let timer: ReturnType<typeof setTimeout> | undefined;

  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(prefix) || !key.endsWith(SUFFIX)) continue;
    const item = readStored<Item>(key);
    if (item) waiting.set(key.slice(prefix.length, -SUFFIX.length), item);
  }

  async function deliver(name: string): Promise<void> {
    const item = waiting.get(name);
    if (!item || sending.has(name)) return;
    sending.add(name);
    try {
      const answer = await send(name, item, AbortSignal.timeout(ANSWER_MS));
      remove(name);
      localStorage.removeItem(prefix + name);
      taken(name, answer);
    } catch (error) {
      const problem = toProblem(error);
      // Whoever is not recognised signs in again, and what waits is tried then.
      if (problem.status === 401) return;
      if (problem.passing) {
        clearTimeout(timer);
        timer = setTimeout(deliverAll, RETRY_MS);
      } else {
        remove(name);
        problems.set(name, problem);
        refused(name, problem);
      }
    } finally {
      sending.delete(name);
    }
  }

  /** Puts an item in the queue; resolves once it was tried, while it may still wait for the network. */
  function submit(name: string, item: Item): Promise<void> {
    problems.delete(name);
    waiting.set(name, item);
    localStorage.setItem(prefix + name + SUFFIX, JSON.stringify(item));
    return deliver(name);
  }

  function remove(name: string): void {
    waiting.delete(name);
    localStorage.removeItem(prefix + name + SUFFIX);
  }

  function deliverAll(): void {
    for (const name of waiting.keys()) void deliver(name);
  }
  window.addEventListener('online', deliverAll);
  onScopeDispose(() => {
    clearTimeout(timer);
    window.removeEventListener('online', deliverAll);
  });
  deliverAll();

  return { waiting, sending, problems, submit };
}
