import type { Schema } from '@/api/types';

export type Funnel = Schema<'FunnelView'>;
export type FunnelRow = Funnel['regions'][number];
export type Side = 'region' | 'division';

/** The counts of one region, one division or both; an empty code stands for all of them. */
export function countsOf(funnel: Funnel, region: string, division: string): number[] {
  const none = funnel.steps.map(() => 0);
  if (region && division)
    return funnel.cells.find((one) => one.region === region && one.division === division)?.counts ?? none;
  if (region) return funnel.regions.find(({ code }) => code === region)?.counts ?? none;
  if (division) return funnel.divisions.find(({ code }) => code === division)?.counts ?? none;
  return funnel.total;
}

/** The regions, or the divisions, each with what it has in one code of the other side; empty for all of it. */
export function rowsOf(funnel: Funnel, side: Side, other: string): FunnelRow[] {
  if (!other) return side === 'region' ? funnel.regions : funnel.divisions;
  const none = funnel.steps.map(() => 0);
  const across = side === 'region' ? 'division' : 'region';
  const cells = funnel.cells.filter((one) => one[across] === other);
  return (side === 'region' ? funnel.regions : funnel.divisions).map((part) => ({
    ...part,
    counts: cells.find((one) => one[side] === part.code)?.counts ?? none,
  }));
}
