import type { LocalText } from '@haishi/contracts';
import type { EditionStage } from './edition.entity.js';

/** What the part of an edition with this code is called; the code itself where the edition no longer has it. */
export function nameOf(parts: readonly { code: string; name: LocalText }[], code: string): LocalText {
  return parts.find((one) => one.code === code)?.name ?? { zh: code, en: code };
}

/** A stage as parts of an edition are named. */
export function namedStage({ code, nameZh, nameEn }: Pick<EditionStage, 'code' | 'nameZh' | 'nameEn'>): {
  code: string;
  name: LocalText;
} {
  return { code, name: { zh: nameZh, en: nameEn } };
}
