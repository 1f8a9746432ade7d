import type { Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { api } from '@/api/client';
import { useToast } from '@/shared/ui/toast';
import type ReasonDialog from '@/shared/ui/ReasonDialogOnDemand.vue';
import type { EntryJudge, RoundEntry } from './review-api';

const PATHS = {
  take: '/review-rounds/{round}/pairs/remove',
  recuse: '/review-rounds/{round}/recusals',
  lift: '/review-rounds/{round}/recusals/lift',
} as const;
export type PairAct = keyof typeof PATHS;

/** What organisers do by hand with a judge of an entry; each needs a reason. `reasons` is the dialog that asks for it. */
export function useAllocation(
  roundId: () => string,
  reasons: Ref<InstanceType<typeof ReasonDialog> | undefined>,
  onDone: () => void,
) {
  const { t } = useI18n();
  const toast = useToast();

  async function act(which: PairAct, { entryId, number }: RoundEntry, { personId, name }: EntryJudge): Promise<void> {
    const done = await reasons.value!.ask({
      title: t(`round-pairs.${which}Title`, { name, number }),
      text: t(`round-pairs.${which}Text`),
      action: t(`round-pairs.${which}`),
      danger: which !== 'lift',
      send: (reason, key) =>
        api.post(PATHS[which], { path: { round: roundId() }, body: { entryId, personId, reason }, key }),
    });
    if (!done) return;
    toast.done(t(`round-pairs.${which}Done`, { name, number }));
    onDone();
  }
  return { act };
}
