import { reactive, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/**
 * Filters that live in the address, so that a view can be shared. `defaults` names them and their empty values.
 * Assign to the answer's fields; the address follows after a moment, and back and forward are followed.
 */
export function useFilters<Filters extends Record<string, string>>(defaults: Filters): Filters {
  const route = useRoute();
  const router = useRouter();
  const path = route.path;
  const names = Object.keys(defaults) as (keyof Filters & string)[];
  const read = (): Filters => {
    const values = { ...defaults };
    for (const name of names) {
      const value = route.query[name];
      if (typeof value === 'string') values[name] = value as Filters[typeof name];
    }
    return values;
  };
  const filters = reactive(read()) as Filters;
  /** What the address was told last. */
  let told = read();
  let timer: ReturnType<typeof setTimeout> | undefined;

  watch(
    () => ({ ...filters }),
    (values) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (route.path !== path) return;
        told = values;
        const query = { ...route.query };
        for (const name of names) {
          if (values[name] === defaults[name]) delete query[name];
          else query[name] = values[name] as string;
        }
        if (names.some((name) => (query[name] ?? undefined) !== (route.query[name] ?? undefined)))
          void router.replace({ query, hash: route.hash });
      }, 250);
    },
  );
  watch(
    () => route.query,
    () => {
      if (route.path !== path) return;
      const now = read();
      // What was told here comes back while the next filter is being set, and must not undo it.
      if (names.every((name) => now[name] === told[name])) return;
      told = now;
      Object.assign(filters, now);
    },
  );
  return filters;
}
