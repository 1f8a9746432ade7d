import { reactive } from 'vue';
import { toProblem, type ApiProblem } from '@/api/problem';

export interface Toast {
  id: number;
  /** What was done; of what failed, what it was where its reason alone does not tell. */
  text: string;
  problem: ApiProblem | null;
  /** Offers to undo what was done, while the toast is shown. */
  undo: (() => unknown) | null;
}

const SHOWN_MS = 6000;
const FAILED_MS = 12_000;

export const toasts = reactive<Toast[]>([]);
let next = 1;

export function dismissToast(id: number): void {
  const index = toasts.findIndex((one) => one.id === id);
  if (index >= 0) toasts.splice(index, 1);
}

function show(toast: Omit<Toast, 'id'>, milliseconds: number): void {
  const id = next++;
  toasts.push({ id, ...toast });
  if (toasts.length > 4) toasts.shift();
  setTimeout(() => dismissToast(id), milliseconds);
}

/** Short words on what happened to an act that has no form of its own. */
export function useToast(): {
  done: (text: string, undo?: () => unknown) => void;
  failed: (error: unknown, text?: string) => void;
} {
  return {
    done: (text, undo) => show({ text, problem: null, undo: undo ?? null }, SHOWN_MS),
    failed: (error, text = '') => show({ text, problem: toProblem(error), undo: null }, FAILED_MS),
  };
}
