import { computed, type ComputedRef, onBeforeUnmount } from 'vue';
import { injectForm } from './form';

/** The first fault told of any of these places; they are shown with a field of another name, and no more at the head of the form. */
export function useFault(names: readonly string[]): ComputedRef<string | undefined> {
  const form = injectForm();
  for (const one of names) form?.shown.add(one);
  onBeforeUnmount(() => names.forEach((one) => form?.shown.delete(one)));
  return computed(() => {
    const faulty = names.find((one) => form?.problem.value?.messageFor(one));
    return faulty && form?.problem.value?.messageFor(faulty);
  });
}

/** The places of the first so many members of a list. */
export function membersOf(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${name}.${index}`);
}
