import { onScopeDispose } from 'vue';

/** A reader types a sign within this many milliseconds of the last; a hand does not. */
const BETWEEN_MS = 80;
/** Shorter than any ticket's number. */
const SHORTEST = 8;

/** Takes what a hand-held scanner types, wherever the focus is: a quick run of signs that ends with Enter. */
export function useReader(onText: (text: string) => void): void {
  let text = '';
  let at = 0;
  function take(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement || event.isComposing) return;
    const now = performance.now();
    if (now - at > BETWEEN_MS) text = '';
    at = now;
    if (event.key.length === 1) text += event.key;
    if (event.key !== 'Enter' || text.length < SHORTEST) return;
    // Otherwise Enter would press the button that has the focus.
    event.preventDefault();
    event.stopPropagation();
    const read = text;
    text = '';
    onText(read);
  }
  addEventListener('keydown', take, { capture: true });
  onScopeDispose(() => removeEventListener('keydown', take, { capture: true }));
}
