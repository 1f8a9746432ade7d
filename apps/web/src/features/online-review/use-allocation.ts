import type { Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { api, newKey } from '@/api/client';
import { confirmAct } from '@/shared/ui/confirm';
import { useToast } from '@/shared/ui/toast';
import type ReasonDialog from '@/shared/ui/ReasonDialogOnDemand.vue';
import type { EntryJudge, Lifted, RoundEntry } from './review-api';

const PATHS = {
  take: '/review-rounds/{round}/pairs/remove',
  recuse: '/review-rounds/{round}/recusals',
  lift: '/review-rounds/{round}/recusals/lift',
  keep: '/review-rounds/{round}/recusals/lift',
} as const;
type ReasonedAct = keyof typeof PATHS;
export type PairAct = ReasonedAct | 'return';

/**
 * What organisers do by hand with a judge of an entry; each needs a reason, but for giving back what a recusal took that was
 * lifted, which is offered as soon as it was. `reasons` is the dialog that asks for it.
 */
export function useAllocation(
  roundId: () => string,
  reasons: Ref<InstanceType<typeof ReasonDialog> | undefined>,
  onDone: () => void,
) {
  const { t } = useI18n();
  const toast = useToast();

  async function act(which: PairAct, entry: RoundEntry, judge: EntryJudge): Promise<void> {
    if (which === 'return') return giveBack(entry, judge);
    const { entryId, number } = entry;
    const { personId, name } = judge;
    let answer: unknown;
    const done = await reasons.value!.ask({
      title: t(`round-pairs.${which}Title`, { name, number }),
      text: t(`round-pairs.${which}Text`),
      action: t(`round-pairs.${which}`),
      danger: which !== 'lift' && which !== 'keep',
      send: async (reason, key) => {
        answer = await api.post(PATHS[which], { path: { round: roundId() }, body: { entryId, personId, reason }, key });
      },
    });
    if (!done) return;
    onDone();
    if (which === 'lift' && (answer as Lifted).tookPair) return offer(entry, judge, answer as Lifted);
    toast.done(t(`round-pairs.${which}Done`, { name, number }));
  }

  /** Says at once what a lifted recusal had taken, and gives it back where that is wanted and may be. */
  async function offer(entry: RoundEntry, judge: EntryJudge, { has, wants, refusal }: Lifted): Promise<void> {
    const named = { name: judge.name, number: entry.number, has, wants };
    const question = { title: t('round-pairs.returnTitle', named), text: t('round-pairs.returnText', named) };
    if (refusal) toast.done(t('round-pairs.liftedOnly', { ...named, reason: refusal.message }));
    else if (await confirmAct({ ...question, action: t('round-pairs.return') })) await giveBack(entry, judge);
  }

  async function giveBack({ entryId, number }: RoundEntry, { personId, name }: EntryJudge): Promise<void> {
    try {
      const body = { entryId, personId };
      await api.post('/review-rounds/{round}/pairs/return', { path: { round: roundId() }, body, key: newKey() });
      toast.done(t('round-pairs.returnDone', { name, number }));
    } catch (error) {
      toast.failed(error);
    }
    onDone();
  }
  return { act };
}
