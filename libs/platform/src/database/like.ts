/** `text` as the literal part of a pattern of `LIKE … ESCAPE '!'`, the same on both engines. */
export function escapeLike(text: string): string {
  return text.replace(/[!%_]/g, '!$&');
}
