import { onScopeDispose, type Ref, watch } from 'vue';

/** Keeps the screen lit while `on`; a browser lets go of it whenever the page is hidden, so it is taken again then. */
export function useWakeLock(on: Ref<boolean>): void {
  let held: WakeLockSentinel | undefined;
  async function take(): Promise<void> {
    if (!on.value || document.visibilityState !== 'visible') return;
    // Refused where the battery is low; the page works on without it.
    held = await navigator.wakeLock?.request('screen').catch(() => undefined);
  }
  function release(): void {
    void held?.release();
    held = undefined;
  }
  watch(on, (now) => (now ? void take() : release()), { immediate: true });
  document.addEventListener('visibilitychange', take);
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', take);
    release();
  });
}
