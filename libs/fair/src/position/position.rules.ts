import {
  POSITION_CATEGORIES,
  type PositionCategory,
  type PositionDegree,
  type PositionDegreeType,
  type PositionExperience,
  type PositionTitleRank,
  type PositionUniversity,
} from '@haishi/contracts';
import { normaliseWidth, StateMachine } from '@haishi/kernel';
import { indexTerms, latinTerms } from './terms.rules.js';
import type { Flag } from './wording.rules.js';

export const POSITION_STATES = ['draft', 'submitted', 'returned', 'approved', 'removed'] as const;
export type PositionState = (typeof POSITION_STATES)[number];
export type PositionAction = 'edit' | 'submit' | 'take_back' | 'approve' | 'return' | 'remove';

/** How a position 岗位 is reviewed. One that is changed is a draft again: after an approval it
 * leaves the public page until it is approved anew. */
export const POSITION_MACHINE = new StateMachine<PositionState, PositionAction>(POSITION_STATES, {
  edit: { from: ['draft', 'submitted', 'returned', 'approved'], to: 'draft' },
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  take_back: { from: ['submitted', 'approved'], to: 'draft' },
  approve: { from: ['submitted'], to: 'approved' },
  return: { from: ['submitted', 'approved'], to: 'returned' },
  remove: { from: ['draft', 'returned'], to: 'removed' },
});

/** What an employer says of a position. Pay in yuan a year; `validUntil` a day of the fair's zone, `2026-06-30`. */
export interface PositionContent {
  title: string;
  category: PositionCategory;
  headcount: number;
  degree: PositionDegree;
  degreeType: PositionDegreeType;
  majors: string;
  university: PositionUniversity;
  titleRank: PositionTitleRank;
  experience: PositionExperience;
  payMin: number | null;
  payMax: number | null;
  benefits: string;
  workplace: string;
  duties: string;
  contactName: string;
  contactPhone: string;
  contactMail: string;
  validUntil: string;
  zone: string;
  countyCode: string;
}

/** Characters that each text may have. */
export const POSITION_LENGTHS = {
  title: 100,
  majors: 500,
  benefits: 500,
  workplace: 200,
  duties: 4000,
  contactName: 50,
} as const;
export const HEADCOUNT_MOST = 9_999;

/** Texts in which discriminatory wording is looked for. */
export const FLAGGED_FIELDS = ['title', 'majors', 'benefits', 'workplace', 'duties'] as const;
export type FlaggedField = (typeof FLAGGED_FIELDS)[number];
export type PositionFlag = Flag<FlaggedField>;

/** The texts of a position that are read for discriminatory wording. */
export function flaggedTexts(content: Pick<PositionContent, FlaggedField>): Record<FlaggedField, string> {
  const { title, majors, benefits, workplace, duties } = content;
  return { title, majors, benefits, workplace, duties };
}

/**
 * By what a position is told apart within one participation: its title and place of work, in half width, lower case and
 * without spaces. A file uploaded again changes the position with the same key instead of adding a second one.
 */
export function positionKey({ title, workplace }: Pick<PositionContent, 'title' | 'workplace'>): string {
  const plain = (text: string) => normaliseWidth(text).toLowerCase().replace(/\s+/g, '');
  return `${plain(title)}|${plain(workplace)}`;
}

const CONTENT_FIELDS: readonly (keyof PositionContent)[] = [
  'title',
  'category',
  'headcount',
  'degree',
  'degreeType',
  'majors',
  'university',
  'titleRank',
  'experience',
  'payMin',
  'payMax',
  'benefits',
  'workplace',
  'duties',
  'contactName',
  'contactPhone',
  'contactMail',
  'validUntil',
  'zone',
  'countyCode',
];

/** The content alone of a row that holds more. */
export function contentOf(row: PositionContent): PositionContent {
  return Object.fromEntries(CONTENT_FIELDS.map((field) => [field, row[field]])) as unknown as PositionContent;
}

/** Whether two positions say the same in every field. */
export function sameContent(one: PositionContent, other: PositionContent): boolean {
  return CONTENT_FIELDS.every((field) => one[field] === other[field]);
}

/** The words by which the public finds a position; of its duties only the Latin ones, such as names of tools. */
export function positionTerms(
  position: PositionContent,
  names: { employer: string; zone: readonly string[]; county: string },
): string[] {
  const { zh, en } = POSITION_CATEGORIES[position.category];
  const short = [
    position.title,
    position.majors,
    position.workplace,
    names.employer,
    names.county,
    zh,
    en,
    ...names.zone,
  ];
  return [...new Set([...indexTerms(short), ...latinTerms(position.duties)])];
}
