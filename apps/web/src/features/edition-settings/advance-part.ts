import type { Part as Named, StagePlan } from '../advancement/advancement-api';
import { type PlanForm, toBody, toForm } from '../advancement/plan-form';
import type { Typed } from './part';

/** Who advances from a stage, as the file says it while it is edited. */
export interface AdvancePart {
  total?: Typed;
  by: string[];
  permille?: Typed;
  regions?: { code: string; seats: Typed }[];
  divisions?: { code: string; seats: Typed }[];
  caps?: { region: string; division: string; cap: Typed }[];
  wildcards?: Typed;
  waiting?: Typed;
  cutTies?: string;
  carry?: { stage: string; permille: Typed };
}

const SIDES: Record<string, string[]> = {
  region: ['region'],
  division: ['division'],
  biproportional: ['region', 'division'],
};

/** What is typed of a part of the file; what was no number stands as it was typed. */
export function formOf(
  { total, by, permille, regions, divisions, carry, ...rest }: AdvancePart,
  parts: { regions: readonly Named[]; divisions: readonly Named[] },
): PlanForm {
  const share = permille !== undefined && permille !== null;
  const plan = {
    mode: share ? 'share' : by.length > 1 ? 'biproportional' : (by[0] ?? 'total'),
    size: total ?? null,
    permille: null,
    regions: regions ?? null,
    divisions: divisions ?? null,
    caps: rest.caps ?? [],
    wildcards: rest.wildcards ?? 0,
    waiting: rest.waiting ?? 0,
    cutTies: rest.cutTies ?? 'order',
    excluded: [],
  } as unknown as StagePlan;
  const percent = (value: Typed | undefined) => (typeof value === 'number' ? String(value / 10) : (value ?? ''));
  return {
    ...toForm(plan, parts),
    percent: percent(permille),
    carry: carry?.stage ?? '',
    carryPercent: percent(carry?.permille),
  };
}

/** As the file says it, with what holds anyway left out; `before` is what it said, so that no order is changed by the way. */
export function advanceOf(form: PlanForm, before: AdvancePart): AdvancePart {
  const body = toBody(form) as StagePlan;
  const sides = SIDES[form.mode] ?? [];
  const by = before.by.length === sides.length && sides.every((one) => before.by.includes(one)) ? before.by : sides;
  const said = <Value>(value: Value | null | undefined, usual?: unknown) =>
    value === null || value === undefined || value === usual ? undefined : value;
  const part: AdvancePart = {
    total: said(body.size),
    by,
    permille: said(body.permille),
    regions: said(body.regions),
    divisions: said(body.divisions),
    caps: body.caps?.length ? body.caps : undefined,
    wildcards: said(body.wildcards, 0),
    waiting: said(body.waiting, 0),
    cutTies: said(body.cutTies, 'order'),
    carry: said(body.carry),
  };
  return JSON.parse(JSON.stringify(part)) as AdvancePart;
}
