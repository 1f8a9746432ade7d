export const LOCALES = ['zh', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A text in both languages of the product. */
export interface LocalText {
  zh: string;
  en: string;
}

const BETWEEN: Readonly<Record<Locale, string>> = { zh: '、', en: ', ' };

/** Words one after another, as `locale` lists them. */
export function listIn(locale: Locale, words: readonly (string | number | LocalText)[]): string {
  return words.map((word) => (typeof word === 'object' ? word[locale] : word)).join(BETWEEN[locale]);
}

/** Words one after another, as each language lists them. */
export const listed = (words: readonly LocalText[]): LocalText => ({
  zh: listIn('zh', words),
  en: listIn('en', words),
});
