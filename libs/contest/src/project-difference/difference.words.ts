import { type Answer, answerWords, listed, type LocalText } from '@haishi/contracts';
import { formatFixed } from '@haishi/kernel';
import { COUNTIES } from '@haishi/reference';
import type { EditionDefinition } from '../edition/edition.definition.js';
import { nameOf } from '../edition/named.js';
import type { Json } from '../edition-change/difference.rules.js';
import type { SubmissionDifferenceView, ValueChangeView } from './difference.dto.js';
import type { SnapshotDifference, ValueChange } from './snapshot-difference.rules.js';

const YES: LocalText = { zh: '是', en: 'Yes' };
const NO: LocalText = { zh: '否', en: 'No' };
const LANGUAGES: Record<string, LocalText> = { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } };
const alike = (text: string): LocalText => ({ zh: text, en: text });

/** A difference as people read it: codes by the names that the edition gives them, shares in per cent. */
export function differenceWords(
  definition: EditionDefinition,
  { fields, answers, members, materials }: SnapshotDifference,
): Omit<SubmissionDifferenceView, 'from' | 'to'> {
  return {
    fields: fields.map((one) => inWords(one, (value) => fieldWords(definition, one.field, value))),
    answers: answers.map((one) => {
      const question = definition.questions?.find(({ code }) => code === one.field);
      const words = (value: Json) => (question ? answerWords(question, value as Answer) : alike(String(value)));
      return { ...inWords(one, words), question: question?.name ?? alike(one.field) };
    }),
    members: members.map(({ kind, name, values }) => ({
      kind,
      name,
      values: values.map((one) => inWords(one, (value) => memberWords(one.field, value))),
    })),
    materials: materials.map(({ kind, material, ...files }) => ({
      kind,
      material: nameOf(definition.materials, material),
      old: files.old?.name ?? null,
      new: files.new?.name ?? null,
    })),
  };
}

/** What is empty is nothing, as what is missing. */
function inWords(change: ValueChange, words: (value: Json) => LocalText): ValueChangeView {
  const worded = (value: Json) => {
    const empty = value === null || value === '' || (Array.isArray(value) && value.length === 0);
    return empty ? null : words(value);
  };
  return { field: change.field, old: worded(change.old), new: worded(change.new) };
}

function fieldWords({ divisions, regions, groups }: EditionDefinition, field: string, value: Json): LocalText {
  if (typeof value === 'boolean') return value ? YES : NO;
  if (field === 'landing') return listed((value as string[]).map(countyName));
  const text = String(value);
  switch (field) {
    case 'division':
      return nameOf(divisions, text);
    case 'field':
      return nameOf(
        divisions.flatMap(({ fields }) => fields),
        text,
      );
    case 'region':
      return nameOf(regions, text);
    case 'group':
      return nameOf(groups, text);
    case 'language':
      return LANGUAGES[text] ?? alike(text);
    default:
      return alike(text);
  }
}

function memberWords(field: string, value: Json): LocalText {
  if (typeof value === 'boolean') return value ? YES : NO;
  return alike(field === 'share' ? `${formatFixed(value as number, 2)} %` : String(value));
}

function countyName(code: string): LocalText {
  const county = COUNTIES.find((one) => one.code === code);
  return county ? { zh: county.zh, en: county.en } : alike(code);
}
