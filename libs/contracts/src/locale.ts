export const LOCALES = ['zh', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in both languages of the product. */
export interface LocalText {
  zh: string;
  en: string;
}
