import type { Passage } from './use-gate';

/** How a scan stands: `asking` the server, `waiting` because it cannot be reached, or what was decided. */
export type VerdictTone = 'asking' | 'waiting' | 'accepted' | 'refused';

export function toneOf({ result }: Passage, reached: boolean): VerdictTone {
  if (result) return result.answer?.answer === 'accepted' ? 'accepted' : 'refused';
  return reached ? 'asking' : 'waiting';
}

/** Shapes beside the colours, for who cannot tell these apart. */
export const VERDICT_SIGNS: Record<VerdictTone, string> = { asking: '…', waiting: '?', accepted: '✓', refused: '✕' };
