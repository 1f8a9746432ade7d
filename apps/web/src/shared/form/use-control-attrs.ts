import { computed, type ComputedRef, useAttrs } from 'vue';

/** Parts what a field was given: `class` and `style` are for the field as a whole, the rest for its control. */
export function useControlAttrs(): {
  whole: ComputedRef<Record<string, unknown>>;
  control: ComputedRef<Record<string, unknown>>;
} {
  const attrs = useAttrs();
  return {
    whole: computed(() => ({ class: attrs['class'], style: attrs['style'] })),
    control: computed(() => {
      const { class: _class, style: _style, ...rest } = attrs;
      return rest;
    }),
  };
}
