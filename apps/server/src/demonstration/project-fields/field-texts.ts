/** What projects of a sub-field (细分方向) make and what for, by the sub-field's Chinese name. */
export type FieldTexts = Record<
  string,
  {
    /** What is made. */
    zh: readonly string[];
    en: readonly string[];
    /** What it is made for. */
    useZh: readonly string[];
    useEn: readonly string[];
  }
>;
