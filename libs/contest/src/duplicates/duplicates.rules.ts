import { createHash } from 'node:crypto';
import { parseMail } from '@haishi/kernel';
import { leaderOf } from '../project/leader.rules.js';
import type { ProjectState } from '../project/project.rules.js';
import type { ProjectSnapshot } from '../project/project.snapshot.js';
import { type Banding, bandsOf, likeness, organisationKey, summaryShingles, titleShingles } from './likeness.rules.js';

export const TWIN_KINDS = ['person', 'leader', 'organisation', 'title', 'summary', 'wording'] as const;
/** In what a project is like another one. */
export type TwinKind = (typeof TWIN_KINDS)[number];

/**
 * From how many per cent on titles, and summaries, are alike. A title of twelve characters with one of them replaced
 * comes to 81, the same project told again in other words seldom to 50. The rule is the product's own.
 */
export const ALIKE_PERCENT = 80;
/**
 * From how many per cent on title and summary together are alike where neither is by itself: a project told again with
 * a few words of each changed. Of 800 projects of the demonstration, whose summaries are all written from one pattern,
 * 58 pairs have titles that are alike and 11 more are alike together; at 65 per cent it would be 36 more.
 */
export const TOGETHER_PERCENT = 70;
/** Shorter summaries, in pairs of units, are too much alike by chance. */
export const LEAST_SUMMARY = 60;
/** The same, of summaries whose titles are alike as well. */
export const LEAST_TOGETHER = 12;

/** Withdrawn projects and drafts do not count. */
export const COUNTED_STATES: readonly ProjectState[] = ['submitted', 'returned', 'accepted', 'rejected'];

/**
 * At 80 per cent two thirds of all pairs are common: titles then share a band in 999 of 1,000 cases, summaries in 970,
 * and from 86 per cent on in 998. Those that have a tenth in common by chance share one in 20, and in 2, of 1,000 cases.
 * More bands would miss less and cost as many more rows for each project.
 */
const TITLE_BANDS: Banding = { bands: 20, rows: 3 };
const SUMMARY_BANDS: Banding = { bands: 16, rows: 4 };
/** Of a mark: the whole numbers that JavaScript and both engines hold exactly. */
const MARK_BYTES = 6;

/** Somebody of a team, or who hands the project in. */
export interface TeamPerson {
  name: string;
  /** Of the account; known only of who hands it in. */
  personId: string | null;
  /** In normal form, or null. */
  mail: string | null;
  /** Of the account, in normal form; known only of who hands it in. */
  phone: string | null;
}

/** The account that hands a project in. */
export interface Entrant {
  id: string;
  name: string;
  /** In normal form, or null. */
  mail: string | null;
  phone?: string | null;
}

/** What of a submission is compared, made ready for it once. */
export interface Compared {
  people: readonly TeamPerson[];
  /** Of these: who leads the team and who hands it in, which may be one. */
  entrants: readonly TeamPerson[];
  /** Who leads the team; `key` is how the name is compared, empty where nobody is named. */
  leader: { name: string; key: string };
  organisation: {
    name: string;
    key: string;
    /** The register's number with its country; empty where none is stated, as teams do. */
    code: string;
  };
  title: ReadonlySet<string>;
  /** Empty where it is too short to be compared by itself. */
  summary: ReadonlySet<string>;
  /** All of the summary; empty where it is too short to be compared together with the title. */
  wording: ReadonlySet<string>;
}

export interface ComparedProject {
  compared: Compared;
  id: string;
  editionId: string;
  number: string;
  state: ProjectState;
}

/** Why two projects are suspected. Names are as the first of them writes them; likeness is in whole per cent. */
export type TwinReason =
  | { kind: 'person'; names: string[] }
  /** Their entrants had the same phone or address, one after the other. */
  | { kind: 'person'; names: string[]; by: 'contact' }
  /** Weak: two people may well have one name. */
  | { kind: 'leader'; name: string }
  | { kind: 'organisation'; name: string; by: 'code' | 'name' }
  | { kind: 'title' | 'summary'; likeness: number }
  /** Of both, where neither is alike enough by itself; `likeness` is the lower. */
  | { kind: 'wording'; likeness: number; title: number; summary: number };

export interface Twin<Project extends ComparedProject = ComparedProject> {
  project: Project;
  reasons: TwinReason[];
}

/** A submission as it is compared; who hands it in belongs to its people, once, whether or not the team names them. */
export function toCompared(
  { title, summary, organisation, members }: Pick<ProjectSnapshot, 'title' | 'summary' | 'organisation' | 'members'>,
  owner: Entrant,
): Compared {
  const leader = members.indexOf(leaderOf(members)!);
  const team = members.map(({ name, mail }): TeamPerson => ({
    ...{ name, personId: null, phone: null },
    mail: parseMail(mail) ?? null,
  }));
  const named = team.find(({ mail }) => mail !== null && mail === owner.mail);
  const people = named
    ? team.map((one) => (one === named ? { ...one, personId: owner.id, phone: owner.phone ?? null } : one))
    : [...team, { name: owner.name, personId: owner.id, mail: owner.mail, phone: owner.phone ?? null }];
  const pairs = summaryShingles(summary);
  return {
    people,
    entrants: people.filter(({ personId }, index) => index === leader || personId !== null),
    leader: toLeader(leaderOf(members)?.name ?? ''),
    organisation: { name: organisation.name, key: organisationKey(organisation.name), code: registerKey(organisation) },
    title: titleShingles(title),
    summary: pairs.size < LEAST_SUMMARY ? new Set() : pairs,
    wording: pairs.size < LEAST_TOGETHER ? new Set() : pairs,
  };
}

/** Whether who leads or hands in the one leads or hands in the other: by the account, or by an address that is written there. */
export function sameEntrant(one: Compared, other: Compared): boolean {
  return one.entrants.some((entrant) => isAmong(entrant, other.entrants));
}

/**
 * The reasons for which two projects are suspected to be one; the same both ways but for the names, in the order of kinds.
 * Teams tell without a code where their members work (`toSnapshot`): that two of them work at one university is told
 * beside other reasons, and is none by itself, or half of all teams would be suspected.
 */
export function twinReasons(one: Compared, other: Compared): TwinReason[] {
  const reasons: TwinReason[] = [];
  const names = samePeople(one, other);
  if (names.length > 0) reasons.push({ kind: 'person', names });
  const by = sameOrganisation(one.organisation, other.organisation);
  if (by && names.length === 0 && one.leader.key !== '' && one.leader.key === other.leader.key)
    reasons.push({ kind: 'leader', name: one.leader.name });
  if (by) reasons.push({ kind: 'organisation', name: one.organisation.name, by });
  for (const kind of ['title', 'summary'] as const) {
    const percent = likeness(one[kind], other[kind]);
    if (percent >= ALIKE_PERCENT) reasons.push({ kind, likeness: percent });
  }
  if (!reasons.some(({ kind }) => kind === 'title' || kind === 'summary')) reasons.push(...alikeTogether(one, other));
  const affiliations = one.organisation.code === '' && other.organisation.code === '';
  return affiliations && reasons.every(({ kind }) => kind === 'organisation') ? [] : reasons;
}

/** Those of the one's people who are among the other's, as the one writes them. */
export function samePeople(one: Pick<Compared, 'people'>, other: Pick<Compared, 'people'>): string[] {
  return [...new Set(one.people.filter((person) => isAmong(person, other.people)).map(({ name }) => name))];
}

/** Most summaries are compared only once their titles were. */
function alikeTogether(one: Compared, other: Compared): TwinReason[] {
  const title = likeness(one.title, other.title);
  if (title < TOGETHER_PERCENT) return [];
  const summary = likeness(one.wording, other.wording);
  return summary < TOGETHER_PERCENT ? [] : [{ kind: 'wording', likeness: Math.min(title, summary), title, summary }];
}

/**
 * Those of `others` that are suspected to be `project` again: the strongest suspicion first, whatever their order. `sameContact` are those
 * of whose entrant it is on record that they had a phone or an address that the other's had at another time.
 */
export function twinsOf<Project extends ComparedProject>(
  project: ComparedProject,
  others: readonly Project[],
  sameContact: ReadonlySet<string> = new Set(),
): Twin<Project>[] {
  if (!COUNTED_STATES.includes(project.state)) return [];
  return others
    .filter(({ id, editionId, state }) => {
      return id !== project.id && editionId === project.editionId && COUNTED_STATES.includes(state);
    })
    .map((other) => ({ project: other, reasons: withContact(project, other, sameContact) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort(
      (one, other) =>
        other.reasons.length - one.reasons.length ||
        highest(other.reasons) - highest(one.reasons) ||
        (one.project.number < other.project.number ? -1 : 1),
    );
}

/**
 * What a project is found again by, by kind: hashes that it shares with whatever is suspected to be it again. People and
 * organisations share one for certain, texts as often as their bands do. One edition's are none of another's.
 */
export function marksOf(editionId: string, compared: Compared): Record<TwinKind, number[]> {
  const { people, leader, organisation, title, summary } = compared;
  const texts: Record<TwinKind, string[]> = {
    person: people.flatMap(({ personId, mail, phone }) => [
      ...(personId === null ? [] : [`id ${personId}`]),
      ...(mail === null ? [] : [`mail ${mail}`]),
      ...(phone === null ? [] : [`phone ${phone}`]),
    ]),
    leader:
      leader.key === '' ? [] : [organisation.code, organisation.key].filter(Boolean).map((of) => `${leader.key} ${of}`),
    organisation: [organisation.code, organisation.key].filter((text) => text !== ''),
    title: bandsOf(title, TITLE_BANDS),
    // Titles that are alike together with their summaries share one of theirs in 966 of 1,000 cases and more.
    wording: [],
    summary: bandsOf(summary, SUMMARY_BANDS),
  };
  const marks = (kind: TwinKind) => [...new Set(texts[kind].map((text) => markOf([editionId, kind, text])))];
  return {
    person: marks('person'),
    leader: marks('leader'),
    organisation: marks('organisation'),
    title: marks('title'),
    summary: marks('summary'),
    wording: marks('wording'),
  };
}

function markOf(parts: readonly string[]): number {
  return createHash('sha256').update(JSON.stringify(parts)).digest().readUIntBE(0, MARK_BYTES);
}

function isAmong({ personId, mail, phone }: TeamPerson, people: readonly TeamPerson[]): boolean {
  return people.some(
    (other) =>
      (personId !== null && personId === other.personId) ||
      (mail !== null && mail === other.mail) ||
      (phone !== null && phone === other.phone),
  );
}

function withContact(
  { compared }: ComparedProject,
  other: ComparedProject,
  sameContact: ReadonlySet<string>,
): TwinReason[] {
  const reasons = twinReasons(compared, other.compared);
  if (!sameContact.has(other.id) || reasons.some(({ kind }) => kind === 'person')) return reasons;
  const names = compared.people.filter(({ personId }) => personId !== null).map(({ name }) => name);
  return [{ kind: 'person', names, by: 'contact' }, ...reasons.filter(({ kind }) => kind !== 'leader')];
}

/** Names are compared without width, case, spaces and the dot between the parts of foreign ones. */
const toLeader = (name: string) => ({
  name,
  key: name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•.]+/g, ''),
});

/** By what two organisations are one. Unlike for recusals, names that are equal tell it even where codes differ: it is a hint. */
function sameOrganisation(one: Compared['organisation'], other: Compared['organisation']): 'code' | 'name' | undefined {
  if (one.code !== '' && one.code === other.code) return 'code';
  return one.key !== '' && one.key === other.key ? 'name' : undefined;
}

/** A register's number with its country as it is compared: without width, case and spaces. Empty where none is stated. */
export function registerKey({ country, code }: Pick<ProjectSnapshot['organisation'], 'country' | 'code'>): string {
  const plain = code.normalize('NFKC').toUpperCase().replace(/\s+/g, '');
  return plain === '' ? '' : `${country} ${plain}`;
}

/** What projects of one organisation are found by among those handed in, by {@link registerKey}. */
export const registerMark = (editionId: string, key: string): number => markOf([editionId, 'organisation', key]);

function highest(reasons: readonly TwinReason[]): number {
  return Math.max(0, ...reasons.map((reason) => ('likeness' in reason ? reason.likeness : 0)));
}
