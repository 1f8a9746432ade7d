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
  unknownRules: number | null;
}

/** The queue's filters as the page holds them; empty where they ask for nothing. */
export interface QueueFilters {
  claim: '' | 'mine' | 'free' | 'others';
  conditions: '' | 'notMet' | 'unknown';
  waitingDays: '' | '3' | '7' | '14';
}

export const NO_FILTERS: QueueFilters = { claim: '', conditions: '', waitingDays: '' };

export const isFiltered = ({ claim, conditions, waitingDays }: QueueFilters): boolean =>
  claim !== '' || conditions !== '' || waitingDays !== '';

/** As the server takes them. */
export function filterQuery({ claim, conditions, waitingDays }: QueueFilters): {
  claim?: string;
  conditions?: string;
  waitingDays?: number;
} {
  return {
    ...(claim ? { claim } : {}),
    ...(conditions ? { conditions } : {}),
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
