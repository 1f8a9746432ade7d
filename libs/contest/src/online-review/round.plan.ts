import { failure } from '@haishi/contracts';
import type { FieldFailure } from '@haishi/kernel';
import { faultsOfKind } from '../edition/edition.defaults.js';
import type { EditionDefinition } from '../edition/edition.definition.js';
import type { RoundPlanInput } from './round.dto.js';
import type { RoundPlan } from './round.rules.js';

/** A plan as it came in, for an edition; `minValid` sheets make a score. Fails with `common.invalid` that names every fault. */
export function readPlan(
  input: RoundPlanInput,
  minValid: number,
  definition: Pick<EditionDefinition, 'judgeKinds'>,
): RoundPlan {
  const faults: FieldFailure[] = [];
  const { load = null, composition, judgesPerEntry } = input;
  if (load && load.min > load.max) faults.push({ field: 'load.min', code: 'online_review.bounds_crossed' });
  if (judgesPerEntry < minValid)
    faults.push({ field: 'judgesPerEntry', code: 'online_review.judges_below_valid', params: { min: minValid } });
  const asked = composition.reduce((sum, { atLeast }) => sum + atLeast, 0);
  if (asked > judgesPerEntry)
    faults.push({
      field: 'composition',
      code: 'online_review.composition_too_large',
      params: { asked, judges: judgesPerEntry },
    });
  for (const [index, { type }] of composition.entries())
    faults.push(...faultsOfKind(definition, type, `composition.${index}.type`));
  const twice = composition.findIndex(({ type }, at) => composition.findIndex((one) => one.type === type) !== at);
  if (twice !== -1) faults.push({ field: `composition.${twice}.type`, code: 'advancement.named_twice' });
  if (faults.length > 0) throw failure('common.invalid', { fields: faults });
  const { onePerInstitution, awayFromHome, connected, normalisation, minSheets, divergence } = input;
  return {
    judgesPerEntry,
    load: load && { min: load.min, max: load.max },
    composition: composition.map(({ type, atLeast }) => ({ type, atLeast })),
    onePerInstitution,
    awayFromHome,
    connected,
    mismatch: [input.costs.field, input.costs.division, input.costs.neither],
    level: input.level,
    keep: input.keep,
    normalisation,
    minSheets,
    divergence,
    lateSheets: input.lateSheets ?? 'marked',
  };
}
