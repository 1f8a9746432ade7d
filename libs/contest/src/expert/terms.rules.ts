import type { Expert } from '@haishi/review';
import { judgeTermsOf } from '../edition/edition.defaults.js';
import type { EditionDefinition } from '../edition/edition.definition.js';
import { termsDigest } from '../edition/undertaking.rules.js';

/** Whether an expert accepted the terms of judging as the edition words them now. */
export function termsKept(definition: Pick<EditionDefinition, 'judgeTerms'>) {
  const digest = termsDigest(judgeTermsOf(definition));
  return (expert: Pick<Expert, 'acceptedDigest'> | null | undefined): boolean => expert?.acceptedDigest === digest;
}
