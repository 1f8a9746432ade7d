import type { DeskSnapshot, RoadshowEntryCard } from '@haishi/contracts';
import type { Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { toProblem } from '@/api/problem';
import { confirmAct } from '@/shared/ui/confirm';
import type { Question } from '@/shared/ui/ReasonDialog.vue';
import { useToast } from '@/shared/ui/toast';
import { progressOf } from './roadshow-state';
import type { StageAct } from './StageControls.vue';
import { useStage } from './use-stage';

type Ask = (question: Question) => Promise<boolean>;

/** Acts that stay on record with a reason, and whether they take something from somebody. */
const REASONED = {
  reopen: false,
  admit: false,
  strike: true,
  lift: false,
  withdraw: true,
  reinstate: false,
  rule: false,
  revoke: true,
  paper: false,
} as const;

/** What the chair does, each act confirmed or given its reason as it deserves. `ask` opens the dialog for reasons; `minValid` is how many sheets a result needs. */
export function useChair(id: string, state: Ref<DeskSnapshot | null>, ask: Ask, minValid: () => number) {
  const { t } = useI18n();
  const toast = useToast();
  const { busy, post, send, effect, phase, timer, call } = useStage(id, state);

  const sure = async (name: 'start' | 'close' | 'show', words: Record<string, string>) =>
    confirmAct({
      title: t(`chair.${name}Title`, words),
      text: '',
      ...(await effect(name)),
      action: t(`chair.${name}`),
    });
  const withReason = async (
    name: keyof typeof REASONED,
    path: string,
    body: object,
    words: Record<string, string | number> = {},
  ) =>
    ask({
      title: t(`chair.${name}Title`, words),
      ...(await effect(name)),
      action: t(`chair.${name}`),
      danger: REASONED[name],
      send: (reason, key) => post(path, { ...body, reason }, key),
    });

  /** Where a supervisor has not witnessed the draw, only with a reason. */
  async function start(): Promise<void> {
    const { name } = state.value!.header;
    if (!(await sure('start', { name })) || busy.value) return;
    busy.value = true;
    try {
      await post('start', {});
    } catch (error) {
      const problem = toProblem(error);
      if (problem.code !== 'roadshow.draw_not_witnessed') return toast.failed(error);
      await ask({
        title: t('chair.startTitle', { name }),
        text: problem.message,
        action: t('chair.start'),
        danger: true,
        send: (reason, key) => post('start', { reason }, key),
      });
    } finally {
      busy.value = false;
    }
  }
  async function show({ id: entryId, title }: RoadshowEntryCard): Promise<void> {
    if (await sure('show', { title })) await send('show', { entryId });
  }
  async function act(what: StageAct): Promise<void> {
    const { entry, scored, expected } = state.value!.current!;
    if (what === 'show') return show(entry);
    if (what === 'paper')
      return void (await withReason('paper', 'paper', { entryId: entry.id }, { title: entry.title }));
    if (what !== 'lock') return phase(what);
    if (scored >= expected) return send('lock', { entryId: entry.id });
    const { seats } = state.value!;
    const told = progressOf(state.value!, entry.id);
    const missing = seats
      .map(({ seatNo }) => seatNo)
      .filter((seat) => ![...told.scored, ...told.recused, ...told.struck].includes(seat));
    const words = { seats: missing.join(t('chair.comma')), scored, least: minValid() };
    await ask({
      title: t('chair.lockReason'),
      ...(await effect(scored < words.least ? 'lockTooFew' : 'lockMissing', words)),
      action: t('chair.lock'),
      send: (reason, key) => post('lock', { entryId: entry.id, reason }, key),
    });
  }
  /** Without a reason only where every entry is shown, or sealed for the ceremony, and no sheet waits for its correction. */
  async function close(): Promise<void> {
    const { header, entries, progress } = state.value!;
    const told = header.frozen ? ['shown', 'locked', 'withdrawn'] : ['shown', 'withdrawn'];
    const left = entries.filter(({ state: now }) => now === 'withdrawn').map((one) => one.id);
    const whole =
      entries.every((one) => told.includes(one.state)) &&
      progress.every((one) => one.reopened.length === 0 || left.includes(one.entryId));
    if (whole) {
      if (await sure('close', { name: header.name })) await send('close');
      return;
    }
    await ask({
      title: t('chair.closeReason'),
      ...(await effect('close')),
      action: t('chair.close'),
      danger: true,
      send: (reason, key) => post('close', { reason }, key),
    });
  }
  const titleOf = (entryId: string) => state.value?.entries.find((one) => one.id === entryId)?.title ?? '';

  return {
    busy,
    effect,
    call,
    post,
    send,
    start,
    show,
    act,
    timer,
    close,
    admit: (entryId: string, seatNo: number) => withReason('admit', 'reopen', { entryId, seatNo }, { n: seatNo }),
    reopen: (entryId: string, seatNo: number) => withReason('reopen', 'reopen', { entryId, seatNo }, { n: seatNo }),
    strike: (entryId: string, seatNo: number) => withReason('strike', 'strike', { entryId, seatNo }, { n: seatNo }),
    lift: (entryId: string, seatNo: number) => withReason('lift', 'strike/lift', { entryId, seatNo }, { n: seatNo }),
    withdraw: ({ id: entryId, title }: RoadshowEntryCard) => withReason('withdraw', 'withdraw', { entryId }, { title }),
    reinstate: ({ id: entryId, title }: RoadshowEntryCard) =>
      withReason('reinstate', 'reinstate', { entryId }, { title }),
    rule: (entryIds: string[]) =>
      withReason('rule', 'tie-ruling', { entryIds }, { order: entryIds.map(titleOf).join(' > ') }),
    revoke: (entryIds: string[]) => withReason('revoke', 'tie-ruling/revoke', { entryIds }),
  };
}
