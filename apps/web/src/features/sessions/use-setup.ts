import { useQueryClient } from '@tanstack/vue-query';
import { ref } from 'vue';
import { api } from '@/api/client';
import { useToast } from '@/shared/ui/toast';

/** Acts of the set-up page: one at a time, the page renewed after each, a failure told in a toast. */
export function useSetup(id: string) {
  const client = useQueryClient();
  const toast = useToast();
  const busy = ref(false);

  async function act(send: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    try {
      await send();
      await client.invalidateQueries({ queryKey: ['/sessions', id] });
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
  return { busy, post, remove };
}
