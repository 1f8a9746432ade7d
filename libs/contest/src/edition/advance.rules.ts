import type { FieldFailure } from '@haishi/kernel';
import { lacks } from './codes.rules.js';
import type { Advance, Cap, Carry, EditionDefinition, Margin } from './edition.definition.js';

export const ADVANCEMENT_MODES = ['total', 'share', 'region', 'division', 'biproportional'] as const;
export type AdvancementMode = (typeof ADVANCEMENT_MODES)[number];
export const CUT_TIES = ['all', 'order'] as const;

/** How many advance from a stage and by what rules, every absent part said. */
export interface AdvancePlan {
  mode: AdvancementMode;
  /** For every mode but a share; null also where both margins are set by hand. */
  size: number | null;
  /** Thousandths of the eligible entries, for a share. */
  permille: number | null;
  /** Margins set by hand, for quotas by region and division; both or neither. */
  regions: Margin[] | null;
  divisions: Margin[] | null;
  caps: Cap[];
  wildcards: number;
  waiting: number;
  cutTies: (typeof CUT_TIES)[number];
  /** The part of an earlier stage's score in what is ranked 权重; this stage alone where there is none. */
  carry?: Carry | null;
}

/** A stage's setting as the plan that a decision starts from. */
export function planOf({ total, by, permille, regions, divisions, carry, ...rest }: Advance): AdvancePlan {
  const mode = permille !== undefined ? 'share' : by.length > 1 ? 'biproportional' : (by[0] ?? 'total');
  return {
    mode,
    size: total ?? null,
    permille: permille ?? null,
    regions: regions ?? null,
    divisions: divisions ?? null,
    caps: rest.caps ?? [],
    wildcards: rest.wildcards ?? 0,
    waiting: rest.waiting ?? 0,
    cutTies: rest.cutTies ?? 'order',
    ...(carry ? { carry } : {}),
  };
}

/** Every fault of a plan, by field; `earlier` are the stages whose scores may be carried. */
export function faultsOfPlan(
  plan: AdvancePlan,
  earlier: readonly { code: string }[],
  { regions, divisions }: Pick<EditionDefinition, 'regions' | 'divisions'>,
): FieldFailure[] {
  const faults: FieldFailure[] = [];
  const fail = (field: string, code: FieldFailure['code']) => faults.push({ field, code });
  const byHand = plan.regions !== null || plan.divisions !== null;
  if (plan.mode === 'share' && plan.permille === null) fail('permille', 'common.required');
  if (plan.mode !== 'share' && !byHand && plan.size === null) fail('size', 'common.required');
  if (byHand && plan.regions === null) fail('regions', 'common.required');
  if (byHand && plan.divisions === null) fail('divisions', 'common.required');
  if (plan.carry && !earlier.some(({ code }) => code === plan.carry!.stage))
    fail('carry.stage', 'advancement.unknown_stage');
  const unknown = (all: readonly { code: string }[], code: string) =>
    lacks(
      all.map((one) => one.code),
      code,
    );
  for (const [name, of] of [
    ['regions', regions],
    ['divisions', divisions],
  ] as const)
    for (const [index, { code }] of (plan[name] ?? []).entries()) {
      if (unknown(of, code)) fail(`${name}.${index}.code`, 'advancement.unknown_code');
      if (plan[name]!.findIndex((one) => one.code === code) !== index)
        fail(`${name}.${index}.code`, 'advancement.named_twice');
    }
  for (const [index, { region, division }] of plan.caps.entries()) {
    if (unknown(regions, region)) fail(`caps.${index}.region`, 'advancement.unknown_code');
    if (unknown(divisions, division)) fail(`caps.${index}.division`, 'advancement.unknown_code');
  }
  return faults;
}

/** Faults of a setting that no plan is held against, since a plan says one thing alone: settings that rule each other out. */
export function faultsOfSetting({ total, by, permille, regions, divisions, caps }: Advance): FieldFailure[] {
  const faults: FieldFailure[] = [];
  const fail = (field: string, code: FieldFailure['code']) => faults.push({ field, code });
  const byHand = regions !== undefined || divisions !== undefined;
  if (permille !== undefined && (total !== undefined || by.length > 0)) fail('permille', 'edition.advance_share');
  if (byHand && total !== undefined) fail('total', 'edition.advance_by_hand');
  if (by.length < 2) {
    if (regions) fail('regions', 'edition.advance_not_both');
    if (divisions) fail('divisions', 'edition.advance_not_both');
    if (caps) fail('caps', 'edition.advance_not_both');
  }
  const sum = (margins: readonly Margin[]) => margins.reduce((seats, one) => seats + one.seats, 0);
  if (regions && divisions && sum(regions) !== sum(divisions)) fail('regions', 'edition.advance_unequal');
  return faults;
}
