import type { FieldFailure } from '@haishi/kernel';
import { faultsOfPlan } from '../edition/advance.rules.js';
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
  definition: Pick<EditionDefinition, 'regions' | 'divisions'>,
  entryIds: readonly string[],
): FieldFailure[] {
  const faults = faultsOfPlan(plan, earlier, definition);
  for (const [index, { entryId }] of plan.excluded.entries()) {
    const field = `excluded.${index}.entryId`;
    if (!entryIds.includes(entryId)) faults.push({ field, code: 'advancement.unknown_entry' });
    if (plan.excluded.findIndex((one) => one.entryId === entryId) !== index)
      faults.push({ field, code: 'advancement.named_twice' });
  }
  return faults.map((one) => ({ ...one, field: `plan.${one.field}` }));
}
