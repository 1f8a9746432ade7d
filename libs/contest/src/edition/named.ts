import type { LocalText } from '@haishi/contracts';

/** What the part of an edition with this code is called; the code itself where the edition no longer has it. */
export function nameOf(parts: readonly { code: string; name: LocalText }[], code: string): LocalText {
  return parts.find((one) => one.code === code)?.name ?? { zh: code, en: code };
}
