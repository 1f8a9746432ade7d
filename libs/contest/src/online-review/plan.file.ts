import type { FieldFailure } from '@haishi/kernel';
import { readInput } from '@haishi/platform';
import type { EditionDefinition, StageSettings } from '../edition/edition.definition.js';
import { RoundPlanInput } from './round.dto.js';
import { kindFaults, planFaults, toPlan } from './round.plan.js';
import { defaultPlan, type RoundPlan } from './round.rules.js';

/** Judges for each entry where a stage does not say. */
const USUAL_JUDGES = 3;

type Judges = Pick<StageSettings, 'judgesPerProject'>;

/**
 * What a stage's file says of the plan of its online review 默认方案, checked as a plan that comes in: whatever it does not name, or
 * names null, is usual. How many judges an entry gets is the stage's own setting, and none of the plan's.
 */
export function readStagePlan(value: unknown, stage: Judges): { plan: object; faults: FieldFailure[] } {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { plan: {}, faults: [{ field: '', code: 'edition.not_an_object' }] };
  const plan = value;
  if ('judgesPerEntry' in plan)
    return {
      plan,
      faults: [{ field: 'judgesPerEntry', code: 'common.unknown_field', params: { name: 'judgesPerEntry' } }],
    };
  const { input, faults } = readInput(RoundPlanInput, begunWith({ ...stage, plan }));
  return { plan, faults: faults.length > 0 ? faults : planFaults(input, 0) };
}

/** Kinds of judges that the plan of a stage asks for and the edition does not know, at `path`; a plan with other faults has been told of. */
export function stagePlanFaults(
  { plan }: Pick<StageSettings, 'plan'>,
  definition: Pick<EditionDefinition, 'judgeKinds'>,
  path: string,
): FieldFailure[] {
  const { composition } = (plan ?? {}) as Partial<RoundPlanInput>;
  if (!Array.isArray(composition)) return [];
  const asked = composition.filter((one) => typeof one?.type === 'string');
  return kindFaults(asked, definition).map(({ field, ...fault }) => ({ field: `${path}.${field}`, ...fault }));
}

/** The plan with which the round of a stage begins. */
export function planOfStage(stage: Judges & Pick<StageSettings, 'plan'>): RoundPlan {
  return toPlan(begunWith(stage));
}

function begunWith({ judgesPerProject, plan }: Judges & Pick<StageSettings, 'plan'>): RoundPlanInput {
  const { mismatch, ...usual } = defaultPlan(judgesPerProject ?? USUAL_JUDGES);
  const [field, division, neither] = mismatch;
  const begin = { ...usual, costs: { field, division, neither } };
  // What no plan has is told of also where it is null.
  const said = Object.entries(plan ?? {}).filter(([name, value]) => value !== null || !Object.hasOwn(begin, name));
  return { ...begin, ...Object.fromEntries(said) } as RoundPlanInput;
}
