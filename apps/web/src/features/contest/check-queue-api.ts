import type { ProjectRow } from './contest-api';

/** Who checks a project at present. */
export interface Claim {
  by: string;
  mine: boolean;
  until: string;
}

export interface QueueRow extends ProjectRow {
  claim: Claim | null;
  unmetRules: number | null;
}

/** The queue's filters as the page holds them; empty where they ask for nothing. */
export interface QueueFilters {
  claim: '' | 'mine' | 'free' | 'others';
  flagged: boolean;
  waitingDays: '' | '3' | '7' | '14';
}

export const NO_FILTERS: QueueFilters = { claim: '', flagged: false, waitingDays: '' };

export const isFiltered = ({ claim, flagged, waitingDays }: QueueFilters): boolean =>
  claim !== '' || flagged || waitingDays !== '';

/** As the server takes them. */
export function filterQuery({ claim, flagged, waitingDays }: QueueFilters): {
  claim?: string;
  flagged?: 'yes';
  waitingDays?: number;
} {
  return {
    ...(claim ? { claim } : {}),
    ...(flagged ? { flagged: 'yes' as const } : {}),
    ...(waitingDays ? { waitingDays: Number(waitingDays) } : {}),
  };
}

export interface BulkOutcome {
  projectId: string;
  sound: boolean;
  code?: string;
  message?: string;
}

export interface BulkReport {
  outcomes: BulkOutcome[];
  sound: number;
}
