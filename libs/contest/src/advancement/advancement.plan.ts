import type { FieldFailure } from '@haishi/kernel';
import { faultsOfPlan } from '../edition/advance.rules.js';
import type { EditionDefinition } from '../edition/edition.definition.js';
import type { PlanInput } from './advancement.dto.js';
import type { StagePlan } from './advancement.rules.js';

/** A plan as it came in, every absent part said. */
export function readPlan(input: PlanInput): StagePlan {
  const { mode, size, permille, regions, divisions, caps, wildcards, waiting, cutTies, excluded, carry } = input;
  return {
    mode,
    size: size ?? null,
    permille: permille ?? null,
    regions: regions ?? null,
    divisions: divisions ?? null,
    caps: caps ?? [],
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
  const unused = plan.mode === 'biproportional' ? {} : { regions: null, divisions: null, caps: [] };
  const faults = [...faultsOfMode(plan), ...faultsOfPlan({ ...plan, ...unused }, earlier, definition)];
  for (const [index, { entryId }] of plan.excluded.entries()) {
    const field = `excluded.${index}.entryId`;
    if (!entryIds.includes(entryId)) faults.push({ field, code: 'advancement.unknown_entry' });
    if (plan.excluded.findIndex((one) => one.entryId === entryId) !== index)
      faults.push({ field, code: 'advancement.named_twice' });
  }
  return faults.map((one) => ({ ...one, field: `plan.${one.field}` }));
}

/** What a plan says that its mode has no use for, which an edition's file refuses too. */
function faultsOfMode({ mode, size, permille, regions, divisions, caps }: StagePlan): FieldFailure[] {
  const faults: FieldFailure[] = [];
  const refuse = (field: string, said: boolean, code: FieldFailure['code']) => said && faults.push({ field, code });
  if (mode === 'share') refuse('size', size !== null, 'edition.advance_share');
  else refuse('permille', permille !== null, 'edition.advance_share');
  if (mode === 'biproportional') {
    refuse('size', size !== null && (regions ?? divisions) !== null, 'edition.advance_by_hand');
    return faults;
  }
  refuse('regions', regions !== null, 'edition.advance_not_both');
  refuse('divisions', divisions !== null, 'edition.advance_not_both');
  refuse('caps', caps.length > 0, 'edition.advance_not_both');
  return faults;
}
