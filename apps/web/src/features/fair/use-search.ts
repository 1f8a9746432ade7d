import { POSITION_FACETS, type PositionFacet } from '@haishi/contracts';
import { useInfiniteQuery } from '@tanstack/vue-query';
import { computed, type MaybeRefOrGetter, toValue } from 'vue';
import { api } from '@/api/client';
import { useFilters } from '@/shared/list/use-filters';
import type { SearchAnswer } from './fair-api';

const NONE = { q: '', sort: '', zone: '', degree: '', county: '', category: '', pay: '', university: '' };

/** The public search of a fair's positions; what is asked stands in the address. */
export function useSearch(fair: MaybeRefOrGetter<string>) {
  const filters = useFilters({ ...NONE });
  const search = useInfiniteQuery({
    queryKey: ['positions', fair, computed(() => ({ ...filters }))],
    queryFn: ({ pageParam, signal }) =>
      api.get<SearchAnswer>('/fairs/{fair}/positions', {
        path: { fair: toValue(fair) },
        query: { ...filters, cursor: pageParam },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: (held) => held,
  });
  const chosen = (facet: PositionFacet) => filters[facet].split(',').filter(Boolean);

  /** Adds or takes away one value of a facet. */
  function toggle(facet: PositionFacet, value: string): void {
    const values = chosen(facet);
    filters[facet] = (values.includes(value) ? values.filter((one) => one !== value) : [...values, value]).join(',');
  }
  return {
    filters,
    search,
    items: computed(() => search.data.value?.pages.flatMap((page) => page.items) ?? []),
    total: computed(() => search.data.value?.pages[0]?.total),
    facets: computed(() => search.data.value?.pages[0]?.facets),
    chosen,
    toggle,
    active: computed(() => POSITION_FACETS.reduce((count, facet) => count + chosen(facet).length, 0)),
    clear: () => Object.assign(filters, { ...NONE, sort: filters.sort }),
  };
}
