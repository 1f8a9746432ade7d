import { useQuery } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { api } from '@/api/client';
import type { FairView } from './fair-api';

/** A fair as anyone may know it, by id or code. */
export function useFair(fair: MaybeRefOrGetter<string>, enabled: MaybeRefOrGetter<boolean> = true) {
  return useQuery({
    queryKey: ['fair', fair],
    queryFn: ({ signal }) => api.get<FairView>('/fairs/{fair}', { path: { fair: toValue(fair) }, signal }),
    enabled: () => toValue(enabled),
  });
}
