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

/** The queue's filters as the page's address holds them; empty where they ask for nothing. */
export const NO_FILTERS = { q: '', division: '', region: '', group: '', claim: '', conditions: '', waitingDays: '' };
export type QueueFilters = typeof NO_FILTERS;

export const isFiltered = (filters: QueueFilters): boolean => Object.values(filters).some((value) => value !== '');

/** As the server takes them. */
export function filterQuery(filters: QueueFilters): Record<string, string | number> {
  const given = Object.entries({ ...filters, q: filters.q.trim() }).filter(([, value]) => value !== '');
  return Object.fromEntries(given.map(([name, value]) => [name, name === 'waitingDays' ? Number(value) : value]));
}

/** Null where nothing is left that nobody checks. */
export interface NextReceipt {
  claimed: { projectId: string } | null;
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
