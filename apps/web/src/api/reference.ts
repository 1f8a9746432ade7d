import { useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { useLocale } from '@/app/i18n';
import { api } from './client';
import type { Schema } from './types';

type NamedCode = Schema<'NamedCode'>;

/** The counties and industries of the place, which hold for as long as the page is open. */
export const referenceQuery = {
  queryKey: ['reference'],
  queryFn: () => api.get('/reference'),
  staleTime: Infinity,
};

/** The facts of the place, and what their codes are called; a code stands for itself until they have come. */
export function useReference(): {
  reference: ComputedRef<Schema<'ReferenceView'> | undefined>;
  countyName: (code: string | null | undefined) => string;
  industryName: (code: string | null | undefined) => string;
} {
  const { pick } = useLocale();
  const { data } = useQuery(referenceQuery);
  const nameIn = (list: readonly NamedCode[] | undefined, code: string | null | undefined) =>
    !code ? '' : pick(list?.find((one) => one.code === code)) || code;
  return {
    reference: computed(() => data.value),
    countyName: (code) => nameIn(data.value?.counties, code),
    industryName: (code) => nameIn(data.value?.industries, code),
  };
}
