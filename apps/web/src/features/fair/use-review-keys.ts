import { onBeforeUnmount, onMounted } from 'vue';

/** Acts by single keys, while nothing is being typed and no modifier is held. */
export function useReviewKeys(acts: Readonly<Record<string, () => void>>): void {
  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target as HTMLElement;
    if (target.closest('input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], dialog'))
      return;
    const act = acts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  }
  onMounted(() => document.addEventListener('keydown', onKey));
  onBeforeUnmount(() => document.removeEventListener('keydown', onKey));
}
