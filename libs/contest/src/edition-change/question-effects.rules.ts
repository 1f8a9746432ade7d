import {
  type Assessment,
  type ChangeFacts,
  checkedAnew,
  heldAgainst,
  juryEffect,
  namedOf,
  total,
} from './assessment.rules.js';
import type { Difference, Json } from './difference.rules.js';
import { askedAnew, concerned } from './limits.rules.js';

const LIMITS = ['min', 'max', 'maxLength', 'decimals'];

/**
 * What a change of the form means. A question, its kind or an option of it does not go where a project that was handed in
 * answered with it; whatever else is asked is asked of drafts.
 */
export function assessQuestion(difference: Difference, facts: ChangeFacts, { effects, refusals }: Assessment): void {
  const { path, kind, old, new: now } = difference;
  const [, code, inner, option, ...rest] = path.split('.');
  if (code === undefined) return;
  const isOption = inner === 'options' && option !== undefined && rest.length === 0;
  const answered = facts.answers.find((one) => one.answer === (isOption ? `${code}.${option}` : code));
  const { drafts = 0, submitted = 0, returned = 0 } = answered ?? {};
  if ((kind === 'removed' && (inner === undefined || isOption)) || inner === 'kind') {
    effects.push({ path, code: 'answers_go', count: drafts });
    if (submitted > 0)
      refusals.push({
        field: path,
        code: 'edition.change_in_use',
        params: { name: namedOf(old, isOption ? option : code), count: submitted },
      });
  } else if (kind === 'moved' && inner === 'options') {
    const rules = facts.ordered.filter(({ question }) => question === code);
    const held = facts.projects.filter((one) =>
      rules.some(({ rule }) => concerned(rule, [one], facts.limits).length > 0),
    );
    effects.push(...heldAgainst(path, total(held)));
  } else if (asksMore(inner, now)) {
    const asked = inner === 'groups' ? askedAnew : concerned;
    effects.push(...checkedAnew(path, total(asked(path, facts.projects, facts.limits))));
  } else if (inner !== undefined && LIMITS.includes(inner))
    effects.push(...checkedAnew(path, { drafts, submitted, returned }));
  else if (inner === 'forJudges') effects.push(juryEffect(difference, submitted));
  else if (inner === 'name') effects.push({ path, code: 'renamed', count: drafts + submitted });
}

/** Whether somebody has to answer who did not before. */
function asksMore(inner: string | undefined, now: Json): boolean {
  if (inner === 'groups') return true;
  if (inner === 'required') return now === true;
  return (
    inner === undefined && typeof now === 'object' && now !== null && !Array.isArray(now) && now['required'] === true
  );
}
