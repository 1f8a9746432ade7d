import type { DeskSnapshot } from '@haishi/contracts';
import { type Ref, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { api } from '@/api/client';
import { useToast } from '@/shared/ui/toast';
import type { TimerAct } from './StageControls.vue';

/** What whoever manages the stage does: calls, phases and timers, one command after another. */
export function useStage(id: string, state: Ref<DeskSnapshot | null>) {
  const { t } = useI18n();
  const toast = useToast();
  const busy = ref(false);

  const post = (path: string, body: object, key?: string) =>
    api.post(`/sessions/{id}/${path}`, { path: { id }, body, ...(key ? { key } : {}) });
  async function send(path: string, body: object = {}): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    try {
      await post(path, body);
    } catch (error) {
      toast.failed(error);
    } finally {
      busy.value = false;
    }
  }
  /** What an act brings about. Where the network keeps the words back, the act goes without them. */
  async function effect(name: string, words: Record<string, string | number> = {}): Promise<{ text?: string }> {
    const loaded = await import('./chair-acts').catch(() => null);
    return loaded ? { text: t(`chairActs.${name}`, words) } : {};
  }
  const phase = (now: 'pitch' | 'questions' | 'scoring') =>
    send('phase', { entryId: state.value!.current!.entry.id, phase: now });
  const timer = (action: TimerAct) =>
    send('timer', { entryId: state.value!.current!.entry.id, action, ...(action === 'add' ? { seconds: 60 } : {}) });
  /** Another takes the place of who was called and is absent. */
  function call(entryId: string): Promise<void> {
    const { current } = state.value!;
    return send('call', { entryId, ...(current?.phase === 'called' ? { absent: current.entry.id } : {}) });
  }

  return { busy, post, send, effect, phase, timer, call };
}
