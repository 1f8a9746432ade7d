import { onScopeDispose, watch } from 'vue';

/**
 * Keeps what a person typed into `state` on this device under `key` until `clear` is called or they sign out; of who is not
 * signed in, `personId` is undefined. Never for secrets.
 */
export function useDraft<State extends object>(
  personId: string | undefined,
  key: string,
  state: State,
): { restored: boolean; clear: () => void } {
  const name = `haishi.draft.${personId ?? ''}.${key}`;
  let restored = false;
  try {
    const held = localStorage.getItem(name);
    if (held !== null) {
      Object.assign(state, JSON.parse(held));
      restored = true;
    }
  } catch {
    localStorage.removeItem(name);
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => localStorage.setItem(name, JSON.stringify(state));
  watch(
    () => state,
    () => {
      clearTimeout(timer);
      timer = setTimeout(write, 300);
    },
    { deep: true },
  );
  onScopeDispose(() => clearTimeout(timer));
  return {
    restored,
    clear: () => {
      clearTimeout(timer);
      localStorage.removeItem(name);
    },
  };
}
