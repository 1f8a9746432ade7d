import { useInfiniteQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef, type MaybeRefOrGetter, toValue } from 'vue';
import { api, type CallOptions, type Page } from '@/api/client';

export interface Pages<Item> {
  items: ComputedRef<Item[]>;
  /** The whole count where the server knows it. */
  total: ComputedRef<number | undefined>;
  /** How many the list leaves out since the reader is recused from them. */
  recused: ComputedRef<number>;
  hasMore: ComputedRef<boolean>;
  /** Nothing has been shown yet. */
  loading: ComputedRef<boolean>;
  loadingMore: ComputedRef<boolean>;
  error: ComputedRef<unknown>;
  more: () => void;
  reload: () => void;
}

/**
 * A list that pages by cursor. `query` may change; then the list starts again, the old rows standing until the new come. With a
 * `body` it is asked for by POST.
 */
export function usePages<Item>(
  path: MaybeRefOrGetter<string>,
  query: MaybeRefOrGetter<NonNullable<CallOptions['query']>> = {},
  options: {
    path?: MaybeRefOrGetter<CallOptions['path']>;
    body?: MaybeRefOrGetter<object | undefined>;
    enabled?: MaybeRefOrGetter<boolean>;
  } = {},
): Pages<Item> {
  const list = useInfiniteQuery({
    queryKey: [
      path,
      computed(() => toValue(options.path)),
      computed(() => ({ ...toValue(query) })),
      computed(() => toValue(options.body)),
    ],
    queryFn: ({ pageParam, signal }) => {
      const call = {
        ...(options.path ? { path: toValue(options.path)! } : {}),
        query: { ...toValue(query), cursor: pageParam },
        signal,
      };
      const body = toValue(options.body);
      return body ? api.post<Page<Item>>(toValue(path), { ...call, body }) : api.get<Page<Item>>(toValue(path), call);
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: (held) => held,
    enabled: () => toValue(options.enabled ?? true),
  });
  return {
    items: computed(() => list.data.value?.pages.flatMap((page) => page.items) ?? []),
    total: computed(() => list.data.value?.pages[0]?.total),
    recused: computed(() => list.data.value?.pages[0]?.recused ?? 0),
    hasMore: computed(() => list.hasNextPage.value),
    loading: computed(() => list.isPending.value),
    loadingMore: computed(() => list.isFetchingNextPage.value),
    error: computed(() => list.error.value),
    more: () => void list.fetchNextPage(),
    reload: () => void list.refetch(),
  };
}
