import { type Assessment, type ChangeFacts, namedOf } from './assessment.rules.js';
import type { Difference } from './difference.rules.js';

/**
 * What a change means of the reasons of checkers, the kinds of judges and the terms they accept. A decision keeps the words that
 * its entrant was told; a kind does not go where somebody is of it or a plan asks for it; other terms are accepted anew.
 */
export function assessReview(difference: Difference, facts: ChangeFacts, { effects, refusals }: Assessment): void {
  const { path, kind, old } = difference;
  const [part, code, inner] = path.split('.');
  if (part === 'judgeTerms') {
    // Both languages are one wording, and told of once.
    if (!effects.some((one) => one.code === 'judges_accept_again'))
      effects.push({ path, code: 'judges_accept_again', count: facts.accepted });
  } else if (code === undefined) return;
  else if (part === 'judgeKinds') {
    const { experts, seats, demanded } = facts.kinds.find((one) => one.code === code) ?? NOBODY;
    if (inner === 'name') effects.push({ path, code: 'judges_renamed', count: experts + seats });
    else if (kind === 'removed' && experts + seats > 0)
      refusals.push({
        field: path,
        code: 'edition.change_kind_held',
        params: { name: namedOf(old, code), experts, seats },
      });
    else if (kind === 'removed' && demanded)
      refusals.push({ field: path, code: 'edition.change_kind_demanded', params: { name: namedOf(old, code) } });
  } else if (inner === 'name' || (kind === 'removed' && inner === undefined)) {
    const action = part === 'returnReasons' ? 'return' : 'reject';
    const given = facts.reasons.find((one) => one.action === action && one.code === code)?.count ?? 0;
    effects.push({ path, code: 'decisions_worded', count: given });
  }
}

const NOBODY = { experts: 0, seats: 0, demanded: false };
