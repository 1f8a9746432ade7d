import { useI18n } from 'vue-i18n';
import { useLocale } from '@/app/i18n';
import type { Funnel } from './funnel';

/** What the steps of a funnel are called. */
export function useSteps(): (step: Funnel['steps'][number]) => string {
  const { t } = useI18n();
  const { pick } = useLocale();
  return ({ kind, stage }) => t(`statistics.steps.${kind}`, { stage: pick(stage?.name) });
}
