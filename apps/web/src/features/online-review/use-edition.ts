import type { LocalText } from '@haishi/contracts';
import { useQuery } from '@tanstack/vue-query';
import { computed, type ComputedRef } from 'vue';
import { api } from '@/api/client';
import { useLocale } from '@/app/i18n';

interface Named {
  code: string;
  name: LocalText;
}

export interface EditionParts extends Named {
  state: 'draft' | 'open' | 'closed' | 'archived';
  divisions: (Named & { fields: Named[] })[];
  regions: Named[];
  judgeKinds: Named[];
}

/** The edition with the names of its parts; a code stands for itself until they have come. */
export function useEdition(name: () => string): {
  edition: ComputedRef<EditionParts | undefined>;
  regionName: (code: string | null) => string;
  fieldName: (code: string) => string;
  kindName: (code: string) => string;
} {
  const { pick } = useLocale();
  const { data } = useQuery({
    queryKey: ['editions', 'overview', computed(name)],
    queryFn: ({ signal }) =>
      api.get<EditionParts>('/editions/{edition}/overview', { path: { edition: name() }, signal }),
  });
  const fields = computed(
    () => new Map(data.value?.divisions.flatMap((one) => [one, ...one.fields]).map((one) => [one.code, one.name])),
  );
  const regions = computed(() => new Map(data.value?.regions.map((one) => [one.code, one.name])));
  const kinds = computed(() => new Map(data.value?.judgeKinds.map((one) => [one.code, one.name])));
  return {
    edition: computed(() => data.value),
    regionName: (code) => (code === null ? '' : pick(regions.value.get(code)) || code),
    fieldName: (code) => pick(fields.value.get(code)) || code,
    kindName: (code) => pick(kinds.value.get(code)) || code,
  };
}
