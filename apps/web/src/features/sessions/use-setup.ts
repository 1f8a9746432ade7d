import { useQueryClient } from '@tanstack/vue-query';
import { ref } from 'vue';
import { api } from '@/api/client';
import { useToast } from '@/shared/ui/toast';

/**
 * Acts of the set-up page: one at a time, the page renewed after each, a failure told in a toast. `send` leaves the failure
 * to who asked for the act.
 */
export function useSetup(id: string) {
  const client = useQueryClient();
  const toast = useToast();
  const busy = ref(false);

  const renew = () => client.invalidateQueries({ queryKey: ['/sessions', id] });
  async function send(path: string, body: object, key: string): Promise<void> {
    await api.post(`/sessions/{id}/${path}`, { path: { id }, body, key });
    await renew();
  }
  async function act(write: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    try {
      await write();
      await renew();
      return true;
    } catch (error) {
      toast.failed(error);
      return false;
    } finally {
      busy.value = false;
    }
  }
  const post = (path: string, body: object = {}) =>
    act(() => api.post(`/sessions/{id}/${path}`, { path: { id }, body }));
  const remove = (path: string) => act(() => api.delete(`/sessions/{id}/${path}`, { path: { id } }));
  return { busy, post, send, remove };
}
