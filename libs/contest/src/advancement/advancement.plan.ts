import type { FieldFailure } from '@haishi/kernel';
import type { EditionDefinition } from '../edition/edition.definition.js';
import type { PlanInput } from './advancement.dto.js';
import type { StagePlan } from './advancement.rules.js';

/** A plan as it came in, every absent part said. */
export function readPlan(input: PlanInput): StagePlan {
  const { mode, size, permille, regions, divisions, caps, wildcards, waiting, cutTies, excluded, carry } = input;
  const byHand = mode === 'biproportional' && Boolean(regions || divisions);
  return {
    mode,
    size: mode === 'share' || byHand ? null : (size ?? null),
    permille: mode === 'share' ? (permille ?? null) : null,
    regions: byHand ? (regions ?? null) : null,
    divisions: byHand ? (divisions ?? null) : null,
    caps: mode === 'biproportional' ? (caps ?? []) : [],
    wildcards,
    waiting,
    cutTies,
    ...(carry ? { carry: { stage: carry.stage, permille: carry.permille } } : {}),
    excluded: excluded ?? [],
  };
}

/** Every fault of a plan, by field; `earlier` are the stages whose scores may be carried. */
export function checkPlan(
  plan: StagePlan,
  earlier: readonly { code: string }[],
  { regions, divisions }: Pick<EditionDefinition, 'regions' | 'divisions'>,
  entryIds: readonly string[],
): FieldFailure[] {
  const faults: FieldFailure[] = [];
  const fail = (field: string, code: FieldFailure['code']) => faults.push({ field: `plan.${field}`, code });
  const byHand = plan.regions !== null || plan.divisions !== null;
  if (plan.mode === 'share' && plan.permille === null) fail('permille', 'common.required');
  if (plan.mode !== 'share' && !byHand && plan.size === null) fail('size', 'common.required');
  if (byHand && plan.regions === null) fail('regions', 'common.required');
  if (byHand && plan.divisions === null) fail('divisions', 'common.required');
  if (plan.carry && !earlier.some(({ code }) => code === plan.carry!.stage))
    fail('carry.stage', 'advancement.unknown_stage');
  const known = (all: readonly { code: string }[], code: string) => all.some((one) => one.code === code);
  for (const [name, of] of [
    ['regions', regions],
    ['divisions', divisions],
  ] as const)
    for (const [index, { code }] of (plan[name] ?? []).entries()) {
      if (!known(of, code)) fail(`${name}.${index}.code`, 'advancement.unknown_code');
      if (plan[name]!.findIndex((one) => one.code === code) !== index)
        fail(`${name}.${index}.code`, 'advancement.named_twice');
    }
  for (const [index, { region, division }] of plan.caps.entries()) {
    if (!known(regions, region)) fail(`caps.${index}.region`, 'advancement.unknown_code');
    if (!known(divisions, division)) fail(`caps.${index}.division`, 'advancement.unknown_code');
  }
  for (const [index, { entryId }] of plan.excluded.entries()) {
    if (!entryIds.includes(entryId)) fail(`excluded.${index}.entryId`, 'advancement.unknown_entry');
    if (plan.excluded.findIndex((one) => one.entryId === entryId) !== index)
      fail(`excluded.${index}.entryId`, 'advancement.named_twice');
  }
  return faults;
}
