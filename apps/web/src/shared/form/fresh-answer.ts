import type { UseQueryReturnType } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';

/** Asks again on each opening, for {@link freshAnswer}. */
export const FRESH = { refetchOnMount: 'always' } as const;

/**
 * What a query told since its page was opened, for forms to begin from. What it keeps of an earlier look may have been changed
 * since by somebody else, and would be saved as if it had just been typed.
 */
export function freshAnswer<Answer>(
  query: Pick<UseQueryReturnType<Answer, Error>, 'data' | 'isFetchedAfterMount'>,
): ComputedRef<Answer | undefined> {
  return computed(() => (query.isFetchedAfterMount.value ? query.data.value : undefined));
}
