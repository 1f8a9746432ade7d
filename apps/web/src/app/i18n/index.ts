import { listIn, type Locale, type LocalText } from '@haishi/contracts';
import { computed, type ComputedRef } from 'vue';
import { createI18n, useI18n } from 'vue-i18n';
import * as app from './app.messages';
import * as shared from '@/shared/shared.messages';

/** A feature's texts: one tree per language, with the same keys. */
export interface MessageFile {
  zh: object;
  en: object;
}

const LANGUAGE_COOKIE = 'haishi_lang';

function startingLocale(): Locale {
  const chosen = /(?:^|;\s*)haishi_lang=(zh|en)/.exec(document.cookie)?.[1];
  if (chosen) return chosen as Locale;
  const asked = navigator.languages.find((tag) => /^(zh|en)\b/i.test(tag));
  return asked?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

export const i18n = createI18n({
  legacy: false,
  locale: startingLocale(),
  fallbackLocale: 'zh',
  messages: { zh: { app: app.zh, shared: shared.zh }, en: { app: app.en, shared: shared.en } },
});

/** Adds the texts of one `x.messages.ts` under the name `x`. */
export function addMessages(name: string, file: MessageFile): void {
  i18n.global.mergeLocaleMessage('zh', { [name]: file.zh });
  i18n.global.mergeLocaleMessage('en', { [name]: file.en });
}

function announce(locale: Locale): void {
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
}
announce(i18n.global.locale.value as Locale);

/** Switches the language of pages and, by a cookie, of the server's answers. */
export function setLocale(locale: Locale): void {
  i18n.global.locale.value = locale;
  document.cookie = `${LANGUAGE_COOKIE}=${locale}; path=/; max-age=31536000; samesite=lax`;
  announce(locale);
}

/** The page's language, `pick` for texts that come in both, and `list` for several words. */
export function useLocale(): {
  locale: ComputedRef<Locale>;
  pick: (text: LocalText | null | undefined) => string;
  list: (words: readonly (string | LocalText)[]) => string;
} {
  const { locale } = useI18n();
  const current = computed(() => locale.value as Locale);
  return {
    locale: current,
    pick: (text) => (text ? text[current.value] || text.zh || text.en : ''),
    list: (words) => listIn(current.value, words),
  };
}
