import { onScopeDispose } from 'vue';

/** Signs further apart than this, in milliseconds, are not of one reading; a reader on a bad radio link is slow. */
const BETWEEN_MS = 500;
/** Shorter than any ticket's number. */
const SHORTEST = 8;

/** Takes what a hand-held scanner types, wherever the focus is: a run of signs that ends with Enter. */
export function useReader(onText: (text: string) => void): void {
  let text = '';
  let at = 0;
  function take(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement || event.isComposing) return;
    // When the key went down, not when a busy page came to see it.
    if (event.timeStamp - at > BETWEEN_MS) text = '';
    at = event.timeStamp;
    if (event.key.length === 1) text += event.key;
    // Otherwise a space or Enter within it would press the button that has the focus.
    if (text.length > 1) event.preventDefault();
    if (event.key !== 'Enter' || text.length < SHORTEST) return;
    event.stopPropagation();
    const read = text;
    text = '';
    onText(read);
  }
  addEventListener('keydown', take, { capture: true });
  onScopeDispose(() => removeEventListener('keydown', take, { capture: true }));
}
