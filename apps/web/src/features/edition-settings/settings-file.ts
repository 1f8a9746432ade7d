import type { LocalText } from '@haishi/contracts';
import type { AdvancePart } from './advance-part';
import { blank, type Part, type Typed } from './part';
import type { QuestionPart } from './question-part';
import type { RulePart } from './rule-part';

export interface DivisionPart extends Part {
  fields: Part[];
}
export interface RegionPart extends Part {
  timeZones: string[];
}
export interface GroupPart extends Part {
  organisation: string;
  minCoreMembers: Typed;
  membersConfirm?: boolean;
  note?: LocalText;
}
export interface MaterialPart extends Part {
  help?: LocalText;
  types: string[];
  maxSize: Typed;
  minCount: Typed;
  maxCount: Typed;
  groups?: string[];
  forJudges?: boolean;
  personal?: boolean;
}
export interface CriterionPart extends Part {
  max: Typed;
  step: Typed;
  weight: Typed;
  guidance?: LocalText;
}
export interface StageSettings {
  advance?: AdvancePart;
  ties?: string[];
  plan?: object;
  [name: string]: unknown;
}
export interface StagePart extends Part {
  kind: string;
  opensAt: string | null;
  closesAt: string | null;
  settings: StageSettings;
}
export interface ReasonPart extends Part {
  help?: LocalText;
}
export interface AwardPart extends Part {
  perDivision: Typed;
}

/** An edition's file as the forms change it. What they do not know stays as it is. */
export interface SettingsFile {
  code: string;
  name: LocalText;
  timeZone: string;
  divisions: DivisionPart[];
  regions: RegionPart[];
  groups: GroupPart[];
  materials: MaterialPart[];
  questions?: QuestionPart[];
  rules?: RulePart[];
  undertaking: LocalText;
  returnReasons: ReasonPart[];
  rejectReasons: ReasonPart[];
  judgeKinds: Part[];
  judgeTerms: LocalText;
  rubric: { outOf: Typed; commentRequired: boolean; criteria: CriterionPart[] };
  stages: StagePart[];
  awards: AwardPart[];
  gallery?: boolean;
  [more: string]: unknown;
}

export const PARTS = [
  'names',
  'divisions',
  'regions',
  'groups',
  'materials',
  'questions',
  'rules',
  'rubric',
  'stages',
  'awards',
  'undertaking',
  'reasons',
  'judges',
  'file',
] as const;
export type PartName = (typeof PARTS)[number];

export const MATERIAL_TYPES = ['pdf', 'docx', 'pptx', 'xlsx', 'jpg', 'png'];
export const STAGE_KINDS = ['submission', 'eligibility', 'review', 'roadshow', 'notice', 'matching'];

/** What a kind of stage can be set to; what else its file says is shown beside. */
const KNOWN: Record<string, readonly string[]> = {
  submission: ['graceMinutes'],
  eligibility: ['correctionDays', 'appealDays'],
  review: ['judgesPerProject', 'blind', 'dropHighest', 'dropLowest', 'minValid', 'decimals'],
  roadshow: [
    'judges',
    'pitchMinutes',
    'questionMinutes',
    'dropHighest',
    'dropLowest',
    'minValid',
    'decimals',
    'reveal',
    'signIn',
  ],
  notice: ['workingDays', 'calendarDays'],
};
/** Settings that are yes or no, with what holds where nothing is said. */
export const YES_NO: Readonly<Record<string, boolean>> = { blind: false, signIn: true };

/** Whether a stage of this kind can be set to anything of this name. */
export function isKnown(kind: string, name: string): boolean {
  if (name === 'plan') return kind === 'review';
  return name === 'advance' || name === 'ties' ? advances(kind) : (KNOWN[kind] ?? []).includes(name);
}

/** The settings of a stage in the order in which they are asked for, without who advances. */
export function settingsOf({ kind, settings }: StagePart): string[] {
  const also = Object.keys(settings).filter((name) => name !== 'advance' && typeof settings[name] !== 'object');
  return [...new Set([...(KNOWN[kind] ?? []), ...also])];
}

/** Whether who advances from a stage of this kind can be set. */
export function advances(kind: string): boolean {
  return kind === 'review' || kind === 'roadshow';
}

/** The stages before one in which projects are judged. */
export function judgedBefore({ stages }: SettingsFile, stage: StagePart): StagePart[] {
  return stages.slice(0, stages.indexOf(stage)).filter(({ kind }) => advances(kind));
}

const PART_OF: Record<string, PartName> = {
  name: 'names',
  timeZone: 'names',
  gallery: 'names',
  divisions: 'divisions',
  regions: 'regions',
  groups: 'groups',
  materials: 'materials',
  questions: 'questions',
  rules: 'rules',
  rubric: 'rubric',
  stages: 'stages',
  awards: 'awards',
  undertaking: 'undertaking',
  returnReasons: 'reasons',
  rejectReasons: 'reasons',
  judgeKinds: 'judges',
  judgeTerms: 'judges',
};

/** The form in which a field of the file is; the file itself where there is none. */
export function partOf(field: string): PartName {
  return PART_OF[field.split('.')[0]!] ?? 'file';
}

/** An empty member of a list, with the values that are usual. */
export const EMPTY = {
  division: (): DivisionPart => ({ code: '', name: blank(), fields: [{ code: '', name: blank() }] }),
  region: (): RegionPart => ({ code: '', name: blank(), timeZones: ['Asia/Shanghai'] }),
  group: (): GroupPart => ({ code: '', name: blank(), organisation: 'affiliation', minCoreMembers: 0 }),
  material: (): MaterialPart => ({
    code: '',
    name: blank(),
    types: ['pdf'],
    maxSize: 20 * 1024 * 1024,
    minCount: 0,
    maxCount: 1,
  }),
  criterion: (): CriterionPart => ({ code: '', name: blank(), max: 1000, step: 50, weight: 1000 }),
  stage: (): StagePart => ({ code: '', kind: 'notice', name: blank(), opensAt: null, closesAt: null, settings: {} }),
  award: (): AwardPart => ({ code: '', name: blank(), perDivision: 1 }),
};

/** A whole number, or with `scale` a number of so many parts, as a person reads it. */
export function toTyped(value: Typed | undefined, scale = 1): string {
  if (typeof value !== 'number') return value ?? '';
  const text = String(value / scale);
  return text.includes('e') ? (value / scale).toFixed(20).replace(/\.?0+$/, '') : text;
}

/** What was typed as the file holds it: a number where it is one exactly, else the text, for the server to say what is wrong. */
export function fromTyped(text: string, scale = 1): Typed {
  const typed = text.trim();
  if (typed === '') return null;
  const value = Number(typed) * scale;
  return /^-?\d+(\.\d+)?$/.test(typed) && Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : typed;
}

/** A number as it is, with whatever decimals; else the text, for the server to say what is wrong. */
export function fromDecimal(text: string): Typed {
  const typed = text.trim();
  if (typed === '') return null;
  return /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed;
}

/** The members of a list written in one line. */
export function fromLine(text: string): string[] {
  return text
    .split(/[\s,，、;；]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
