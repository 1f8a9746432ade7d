import { computed, type ComputedRef, type ShallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useLocale } from '@/app/i18n';
import { formatInstant } from '@/shared/format/time';
import { useChannel } from '@/shared/live/use-channel';

/** What a screen watches by its link, and what to say while it stands still. */
export function useScreen<State, Delta>(
  channel: string,
  { subject, token }: { subject: string; token: string },
  apply: (state: State, delta: Delta) => State,
  parts: { timeZone: (state: State) => string; refused: () => void },
): { state: ShallowRef<State | null>; staleText: ComputedRef<string> } {
  const { t } = useI18n();
  const { locale } = useLocale();
  const { state, fresh, freshAt, refused } = useChannel<State, Delta>(channel, subject, apply, { token });
  watch(refused, (code) => {
    if (code !== '') parts.refused();
  });
  const staleText = computed(() => {
    if (fresh.value || state.value === null) return '';
    const zone = parts.timeZone(state.value);
    return t('screen.stale', {
      time: formatInstant(new Date(freshAt.value), locale.value, freshAt.value, zone, true),
    });
  });
  return { state, staleText };
}
