import { onScopeDispose, readonly, ref, type Ref } from 'vue';
import { serverNow } from './server-clock';

/** The server's present moment in milliseconds, renewed every `interval` milliseconds. */
export function useNow(interval = 1000): Readonly<Ref<number>> {
  const now = ref(serverNow());
  const timer = setInterval(() => (now.value = serverNow()), interval);
  onScopeDispose(() => clearInterval(timer));
  return readonly(now);
}
