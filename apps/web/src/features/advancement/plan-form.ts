import type { Excluded, Margin, Mode, Part, StagePlan } from './advancement-api';

/** A plan as it is typed. */
export interface PlanForm {
  mode: Mode;
  size: string;
  /** Per cent of the eligible, with one decimal. */
  percent: string;
  /** Whether the seats of each region and division are set by hand. */
  byHand: boolean;
  regions: Record<string, string>;
  divisions: Record<string, string>;
  caps: { region: string; division: string; cap: string }[];
  wildcards: string;
  waiting: string;
  cutTies: 'all' | 'order';
  /** The earlier stage whose score counts; empty for none. */
  carry: string;
  /** Its part in per cent, with one decimal. */
  carryPercent: string;
  excluded: Excluded[];
}

const typed = (value: number | null) => (value === null ? '' : String(value));

export function toForm(plan: StagePlan, parts: { regions: readonly Part[]; divisions: readonly Part[] }): PlanForm {
  const seats = (of: readonly Part[], margins: readonly Margin[] | null) =>
    Object.fromEntries(of.map(({ code }) => [code, typed(margins?.find((one) => one.code === code)?.seats ?? 0)]));
  return {
    mode: plan.mode,
    size: typed(plan.size),
    percent: plan.permille === null ? '' : String(plan.permille / 10),
    byHand: plan.regions !== null || plan.divisions !== null,
    regions: seats(parts.regions, plan.regions),
    divisions: seats(parts.divisions, plan.divisions),
    caps: plan.caps.map(({ cap, ...place }) => ({ ...place, cap: String(cap) })),
    wildcards: String(plan.wildcards),
    waiting: String(plan.waiting),
    cutTies: plan.cutTies,
    carry: plan.carry?.stage ?? '',
    carryPercent: plan.carry ? String(plan.carry.permille / 10) : '',
    excluded: plan.excluded.map(({ entryId, reason }) => ({ entryId, reason })),
  };
}

/** What is no number goes as it was typed, so that the server names the fault. */
const whole = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : text);
const permille = (text: string) => (/^\d+(\.\d)?$/.test(text.trim()) ? Math.round(Number(text) * 10) : text);
const given = (text: string, read: (text: string) => unknown) => (text.trim() === '' ? null : read(text));

export function toBody(form: PlanForm): object {
  const { mode, excluded, cutTies } = form;
  const byHand = mode === 'biproportional' && form.byHand;
  const margins = (seats: Record<string, string>) =>
    Object.entries(seats).map(([code, text]) => ({ code, seats: given(text, whole) ?? 0 }));
  return {
    mode,
    cutTies,
    excluded,
    wildcards: given(form.wildcards, whole) ?? 0,
    waiting: given(form.waiting, whole) ?? 0,
    ...(form.carry === '' ? {} : { carry: { stage: form.carry, permille: given(form.carryPercent, permille) } }),
    ...(mode === 'share' ? { permille: given(form.percent, permille) } : {}),
    ...(mode === 'share' || byHand ? {} : { size: given(form.size, whole) }),
    ...(byHand ? { regions: margins(form.regions), divisions: margins(form.divisions) } : {}),
    ...(mode === 'biproportional'
      ? { caps: form.caps.map(({ cap, ...place }) => ({ ...place, cap: whole(cap) })) }
      : {}),
  };
}

/** Seats that margins add up to; what is no number counts for none. */
export function sumOf(seats: Readonly<Record<string, string>>): number {
  return Object.values(seats).reduce((sum, text) => sum + (/^\d+$/.test(text.trim()) ? Number(text) : 0), 0);
}
