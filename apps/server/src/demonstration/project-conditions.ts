import { countsOf, type Edition, explainConditions, type RuleCounts } from '@haishi/contest';
import { dayAt } from '@haishi/reference';
import type { Load } from './load.js';
import type { NumberedPlan } from './project-rows.js';

const TAKING_PART = ['submitted', 'returned', 'accepted'];

/** What the conditions of entry make of each project that was handed in, by its id, as its checkers' list shows it. */
export function conditionCounts(load: Load, edition: Edition, plans: readonly NumberedPlan[]): Map<string, RuleCounts> {
  const numbers = Map.groupBy(
    plans.filter(({ state }) => TAKING_PART.includes(state)),
    ({ owner }) => owner.id,
  );
  const closingDay = dayAt(load.now, edition.timeZone);
  return new Map(
    plans
      .filter(({ rounds }) => rounds.length > 0)
      .map(({ id, owner, content }) => {
        const others = (numbers.get(owner.id) ?? []).filter((plan) => plan.id !== id).map(({ number }) => number!);
        const around = { closingDay, others: { owner: others, organisation: [] }, suspected: [], forStaff: true };
        return [id, countsOf(explainConditions(edition.definition, content, around))];
      }),
  );
}
