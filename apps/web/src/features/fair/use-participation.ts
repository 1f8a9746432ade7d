import { useQuery } from '@tanstack/vue-query';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { api } from '@/api/client';
import type { OwnParticipation } from './fair-api';

/** An employer's participation with its fair. */
export function useParticipation(id: MaybeRefOrGetter<string>, enabled: MaybeRefOrGetter<boolean> = true) {
  return useQuery({
    queryKey: ['participation', id],
    queryFn: ({ signal }) => api.get<OwnParticipation>('/participations/{id}', { path: { id: toValue(id) }, signal }),
    enabled: () => toValue(enabled),
  });
}
