import { failure } from '@haishi/contracts';
import type { FieldFailure } from '@haishi/kernel';
import { faultsOfKind } from '../edition/edition.defaults.js';
import type { EditionDefinition } from '../edition/edition.definition.js';
import type { RoundPlanInput } from './round.dto.js';
import type { RoundPlan } from './round.rules.js';

type Kinds = Pick<EditionDefinition, 'judgeKinds'>;

/** A plan as it came in, for an edition; `minValid` sheets make a score. Fails with `common.invalid` that names every fault. */
export function readPlan(input: RoundPlanInput, minValid: number, definition: Kinds): RoundPlan {
  const faults = [...planFaults(input, minValid), ...kindFaults(input.composition, definition)];
  if (faults.length > 0) throw failure('common.invalid', { fields: faults });
  return toPlan(input);
}

/** What in a plan does not go together; that each of its fields can be, is known. */
export function planFaults(input: RoundPlanInput, minValid: number): FieldFailure[] {
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
  const twice = composition.findIndex(({ type }, at) => composition.findIndex((one) => one.type === type) !== at);
  if (twice !== -1) faults.push({ field: `composition.${twice}.type`, code: 'advancement.named_twice' });
  return faults;
}

/** Kinds of judges that a plan asks for and the edition does not know. */
export function kindFaults(composition: readonly { type: string }[], definition: Kinds): FieldFailure[] {
  return composition.flatMap(({ type }, index) => faultsOfKind(definition, type, `composition.${index}.type`));
}

/** A plan without faults, as it is kept. */
export function toPlan(input: RoundPlanInput): RoundPlan {
  const { load = null, composition, judgesPerEntry } = input;
  const { onePerInstitution, awayFromHome, connected, normalisation, minSheets, divergence } = input;
  return {
    judgesPerEntry,
    load: load && { min: load.min, max: load.max },
    composition: composition.map(({ type, atLeast }) => ({ type, atLeast })),
    onePerInstitution,
    awayFromHome,
    readLanguages: input.readLanguages ?? false,
    connected,
    sharedByPanels: input.sharedByPanels ?? 0,
    mismatch: [input.costs.field, input.costs.division, input.costs.neither],
    level: input.level,
    keep: input.keep,
    normalisation,
    minSheets,
    divergence,
    lateSheets: input.lateSheets ?? 'marked',
    reopensDivergent: input.reopensDivergent ?? false,
  };
}
