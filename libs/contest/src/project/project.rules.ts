import { type FieldFailure, isCountryCode, parseMail, StateMachine } from '@haishi/kernel';
import { organisationKey } from '@haishi/review/rules';
import type { EditionDefinition, MaterialKind } from '../edition/edition.definition.js';
import { askedAnswers, isForJury } from '../entry-form/answers.rules.js';
import { type EditionState, type StageState, withinDeadline } from '../edition/edition.rules.js';
import { isPersonal } from './material.rules.js';
import type { MaterialContent, ProjectContent, ProjectSnapshot } from './project.snapshot.js';

export const PROJECT_STATES = ['draft', 'submitted', 'returned', 'accepted', 'rejected', 'withdrawn'] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];
export const PROJECT_ACTIONS = [
  'edit',
  'submit',
  'withdraw',
  'accept',
  'return',
  'reject',
  'prolong',
  'reopen',
  'uphold',
] as const;
export type ProjectAction = (typeof PROJECT_ACTIONS)[number];
/**
 * As what a person meets a project. A `teammate` is named in its team and accepted that; they read it as its owner does. `former`
 * had it and goes on reading it. `checker` and `reader` are staff without a tie to it.
 */
export type ProjectRole = 'owner' | 'teammate' | 'former' | 'checker' | 'reader' | 'stranger';

/** Whether who meets a project so takes or took part in it, and decides nothing on it whatever else they may do. */
export const takesPartAs = (role: ProjectRole): boolean => ['owner', 'teammate', 'former'].includes(role);

const ORGANISATION_KEY_LENGTH = 200;

/** What `edit` may change is checked by it too: it leads from a state to itself. */
const WORK_MACHINE = new StateMachine<ProjectState, Exclude<ProjectAction, 'edit'>>(PROJECT_STATES, {
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  withdraw: { from: ['draft', 'submitted', 'returned', 'accepted'], to: 'withdrawn' },
  accept: { from: ['submitted'], to: 'accepted' },
  return: { from: ['submitted'], to: 'returned' },
  reject: { from: ['submitted', 'returned'], to: 'rejected' },
  prolong: { from: ['returned'], to: 'returned' },
  reopen: { from: ['accepted', 'rejected'], to: 'submitted' },
  uphold: { from: ['rejected'], to: 'submitted' },
});
export const EDITABLE_STATES: readonly ProjectState[] = ['draft', 'returned'];

const ACTIONS_OF_ROLE: Record<ProjectRole, readonly ProjectAction[]> = {
  owner: ['edit', 'submit', 'withdraw'],
  teammate: [],
  former: [],
  checker: ['accept', 'return', 'reject', 'prolong', 'reopen'],
  reader: [],
  stranger: [],
};

/** The state `action` leads to, or `undefined` where the state does not allow it. */
export function nextState(state: ProjectState, action: ProjectAction): ProjectState | undefined {
  if (action === 'edit') return EDITABLE_STATES.includes(state) ? state : undefined;
  return WORK_MACHINE.next(state, action);
}

/** The states from which `action` may start; what a conditional UPDATE names. */
export function statesBefore(action: Exclude<ProjectAction, 'edit'>): readonly ProjectState[] {
  return WORK_MACHINE.transitions[action].from;
}

/** What a person in `role` may do now; neither dates nor what else they hold are considered. */
export function actionsFor(state: ProjectState, role: ProjectRole): ProjectAction[] {
  return ACTIONS_OF_ROLE[role].filter((action) => nextState(state, action) !== undefined);
}

/** What decides when projects of an edition may be handed in. */
export interface SubmissionWindow {
  editionState: EditionState;
  stageState: StageState;
  opensAt: Date | null;
  closesAt: Date | null;
  /** How long after `closesAt` a submission still counts, marked late. */
  graceMinutes: number;
}

/** Why a submission came late and still counts: within the edition's grace, or with a late code 补交码. */
export type Lateness = 'grace' | 'code';

export type WindowVerdict =
  | { open: true; deadline: Date; late: Lateness | null }
  | { open: false; code: 'project.registration_not_open' }
  | {
      open: false;
      code:
        | 'project.registration_not_yet_open'
        | 'project.deadline_passed'
        | 'project.correction_deadline_passed'
        | 'project.late_deadline_passed';
      at: Date;
    };

/** Whether registration takes new projects at `now`. The second named by the deadline still counts. */
export function registrationVerdict(window: SubmissionWindow, now: Date): WindowVerdict {
  const { opensAt, closesAt } = window;
  if (window.editionState !== 'open' || window.stageState === 'planned' || !opensAt || !closesAt)
    return { open: false, code: 'project.registration_not_open' };
  if (now < opensAt) return { open: false, code: 'project.registration_not_yet_open', at: opensAt };
  if (!withinDeadline(closesAt, now)) return { open: false, code: 'project.deadline_passed', at: closesAt };
  if (window.stageState === 'closed') return { open: false, code: 'project.registration_not_open' };
  return { open: true, deadline: closesAt, late: null };
}

/** Whether a late code could let a project in: once registration has begun, for as long as the edition is open. */
export function takesLate({ editionState, stageState, opensAt }: SubmissionWindow, now: Date): boolean {
  return editionState === 'open' && stageState !== 'planned' && opensAt !== null && opensAt <= now;
}

/** What decides until when a project may be handed in. */
export interface OwnDeadlines {
  state: ProjectState;
  /** Of a project that was returned. */
  correctionDueAt: Date | null;
  /** Of a project that used a late code. */
  lateUntil: Date | null;
}

/** Until when a returned project may be handed in again, in an edition that is `open` or not; null for any other. */
export function correctionDue({ state, correctionDueAt, lateUntil }: OwnDeadlines, open: boolean): Date | null {
  if (state !== 'returned' || !correctionDueAt) return null;
  return open && lateUntil && lateUntil > correctionDueAt ? lateUntil : correctionDueAt;
}

/**
 * Whether a project may be handed in at `now`, the moment its request reached the server: a draft while registration is
 * open and within the grace after it, a returned one until its own deadline, even when registration or the edition has closed; either
 * until the expiry of a late code that it used, where that is later.
 */
export function submissionVerdict(project: OwnDeadlines, window: SubmissionWindow, now: Date): WindowVerdict {
  const verdict = verdictWithoutCode(project, window, now);
  const { lateUntil } = project;
  if (!lateUntil || !takesLate(window, now)) return verdict;
  if (verdict.open && (verdict.late === null || lateUntil <= verdict.deadline)) return verdict;
  return withinDeadline(lateUntil, now)
    ? { open: true, deadline: lateUntil, late: 'code' }
    : { open: false, code: 'project.late_deadline_passed', at: lateUntil };
}

function verdictWithoutCode(project: OwnDeadlines, window: SubmissionWindow, now: Date): WindowVerdict {
  if (project.state !== 'returned' || !project.correctionDueAt) return verdictWithGrace(window, now);
  if (window.editionState === 'archived') return { open: false, code: 'project.registration_not_open' };
  return withinDeadline(project.correctionDueAt, now)
    ? { open: true, deadline: project.correctionDueAt, late: null }
    : { open: false, code: 'project.correction_deadline_passed', at: project.correctionDueAt };
}

/** An organiser who closes the stage by hand ends the grace with it. */
function verdictWithGrace(window: SubmissionWindow, now: Date): WindowVerdict {
  const verdict = registrationVerdict(window, now);
  if (verdict.open || verdict.code !== 'project.deadline_passed' || window.stageState === 'closed') return verdict;
  const deadline = new Date(verdict.at.getTime() + window.graceMinutes * 60_000);
  return withinDeadline(deadline, now) ? { open: true, deadline, late: 'grace' } : verdict;
}

/** The kinds of material asked of a group, in the edition's order. */
export function materialsOf(definition: EditionDefinition, group: string | null): MaterialKind[] {
  return definition.materials.filter(({ groups }) => !groups || (group !== null && groups.includes(group)));
}

/** What the jury reads of a submission 评委可阅材料: kinds that are closed to it, or not asked of its group, and personal files stay out. */
export function materialsForJudges(
  definition: EditionDefinition,
  { group, materials }: Pick<ProjectSnapshot, 'group' | 'materials'>,
): { kind: MaterialKind; files: MaterialContent[] }[] {
  return materialsOf(definition, group)
    .filter(({ forJudges }) => forJudges === true)
    .map((kind) => ({
      kind,
      files: materials.filter((file) => file.kind === kind.code && !isPersonal(definition, file)),
    }))
    .filter(({ files }) => files.length > 0);
}

/** What an edition opens to the jury 评委可阅, by name; nothing where it was made before anything could be. */
export function openToJury({ materials, questions = [] }: Pick<EditionDefinition, 'materials' | 'questions'>) {
  return [...materials, ...questions].filter(isForJury).map(({ name }) => name);
}

/** Choices that the edition does not have; checked at every save. A draft may hold one that the edition had once. */
export function checkChoices(
  definition: EditionDefinition,
  content: Omit<ProjectContent, 'answers'>,
  countyCodes: ReadonlySet<string>,
): FieldFailure[] {
  const faults = [...checkParts(definition, content), ...checkCountry(content.organisation.country)];
  content.landing.forEach((code, index) => {
    if (!countyCodes.has(code))
      faults.push({ field: `landing.${index}`, code: 'project.unknown_county', params: { code } });
  });
  return faults;
}

/** ISO 3166 keeps it for what is not known: the country is not chosen yet. */
export const UNKNOWN_COUNTRY = 'ZZ';

/** A code that no country or region has; one that is not chosen yet is passed over. */
export function checkCountry(country: string): FieldFailure[] {
  if (country === UNKNOWN_COUNTRY || isCountryCode(country)) return [];
  return [{ field: 'organisation.country', code: 'project.unknown_country', params: { value: country } }];
}

/** Division, field, region and group that the edition does not have; what is not chosen is passed over. */
export function checkParts(
  definition: EditionDefinition,
  content: Pick<ProjectContent, 'division' | 'field' | 'region' | 'group'>,
): FieldFailure[] {
  const faults: FieldFailure[] = [];
  const known = (field: string, value: string | null, list: readonly { code: string }[]) => {
    if (value !== null && !list.some(({ code }) => code === value))
      faults.push({ field, code: 'project.not_in_edition' });
  };
  known('division', content.division, definition.divisions);
  known('region', content.region, definition.regions);
  known('group', content.group, definition.groups);
  if (content.field !== null) {
    const own = definition.divisions.find(({ code }) => code === content.division)?.fields ?? [];
    if (!own.some(({ code }) => code === content.field))
      faults.push({ field: 'field', code: 'project.field_of_other_division' });
  }
  return faults;
}

/** What is kept of the working copy: a team states no register's code, and materials and answers not asked of its group are left out. */
export function toSnapshot(
  definition: EditionDefinition,
  content: Omit<ProjectSnapshot, 'materials'>,
  materials: readonly MaterialContent[],
): ProjectSnapshot {
  const group = definition.groups.find(({ code }) => code === content.group);
  const asked = new Set(materialsOf(definition, content.group).map(({ code }) => code));
  return {
    ...content,
    organisation: group?.organisation === 'affiliation' ? { ...content.organisation, code: '' } : content.organisation,
    answers: askedAnswers(definition, content.group, content.answers ?? {}),
    materials: materials.filter(({ kind }) => asked.has(kind)),
  };
}

/** The number of a project: edition, division, and a running number of at least four digits. */
export function projectNumber(edition: string, division: string, serial: number): string {
  return `${edition}-${division}-${String(serial).padStart(4, '0')}`;
}

/**
 * Whether `person` belongs to a project, and so may not decide on it. Their mail addresses in normal form; `teammateIds` are those who
 * ever accepted to be its members, under whichever address.
 */
export function belongsTo(
  person: { id: string; mails: readonly string[] },
  project: { ownerId: string; teammateIds: readonly string[]; members: readonly { mail: string }[] },
): boolean {
  if (person.id === project.ownerId || project.teammateIds.includes(person.id)) return true;
  return project.members.some(({ mail }) => person.mails.some((own) => own === parseMail(mail)));
}

/** What is kept of an organisation's name for who works for it to find its projects by; null for no name. */
export function keyOfOrganisation(name: string): string | null {
  return organisationKey(name).slice(0, ORGANISATION_KEY_LENGTH) || null;
}
