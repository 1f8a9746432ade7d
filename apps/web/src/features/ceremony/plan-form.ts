import type { LocalText } from '@haishi/contracts';

/** The plan of a ceremony as the server holds it. */
export interface CeremonyPlan {
  awards: { name: LocalText; from: number; to: number }[];
  slides: { title: LocalText; text: LocalText; beforePlace: number | null }[];
  advancing: number | null;
  lineFirst?: true;
}

/** The same as it is typed. */
export interface PlanForm {
  awards: { nameZh: string; nameEn: string; from: string; to: string }[];
  slides: { titleZh: string; titleEn: string; textZh: string; textEn: string; beforePlace: string }[];
  advancing: string;
  lineFirst: boolean;
}

const other = ({ zh, en }: LocalText) => (en === zh ? '' : en);

export function toForm({ awards, slides, advancing, lineFirst }: CeremonyPlan): PlanForm {
  return {
    awards: awards.map(({ name, from, to }) => ({
      nameZh: name.zh,
      nameEn: other(name),
      from: String(from),
      to: String(to),
    })),
    slides: slides.map(({ title, text, beforePlace }) => ({
      titleZh: title.zh,
      titleEn: other(title),
      textZh: text.zh,
      textEn: other(text),
      beforePlace: beforePlace === null ? '' : String(beforePlace),
    })),
    advancing: advancing === null ? '' : String(advancing),
    lineFirst: lineFirst === true,
  };
}

/** What is no whole number goes as it was typed, so that the server names the fault. */
const whole = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : text);
const given = (name: string, text: string) => (text.trim() === '' ? {} : { [name]: whole(text) });

export function toBody({ awards, slides, advancing, lineFirst }: PlanForm): object {
  return {
    awards: awards.map(({ nameZh, nameEn, from, to }) => ({ nameZh, nameEn, from: whole(from), to: whole(to) })),
    slides: slides.map(({ beforePlace, ...texts }) => ({ ...texts, ...given('beforePlace', beforePlace) })),
    ...given('advancing', advancing),
    lineFirst,
  };
}
