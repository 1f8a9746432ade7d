import type { Answers, LocalText, Question } from '@haishi/contracts';
import { parseFixed } from '@haishi/kernel';
import type { EditionDefinition } from '../edition/edition.definition.js';
import type { EligibilityRule, RuleKind, RuleSeverity } from '../edition/rule.definition.js';
import { leaderOf } from '../project/leader.rules.js';
import * as words from './comparison.words.js';
import type { EarlierWin } from './earlier-win.js';

export const RULE_OUTCOMES = ['met', 'notMet', 'unknown'] as const;
/** `unknown` 无法判断: what the rule reads is not given. */
export type RuleOutcome = (typeof RULE_OUTCOMES)[number];

/** What one rule makes of a project, and from which values. */
export interface Explanation {
  code: string;
  kind: RuleKind;
  severity: RuleSeverity;
  text: LocalText;
  outcome: RuleOutcome;
  /** What was compared with what. */
  compared: LocalText;
}

/** What rules read of a project. */
export interface RuledProject {
  group: string | null;
  organisation: { country: string; code: string };
  members: readonly { share: number | null; isCore: boolean }[];
  answers: Answers;
}

/** What stands around it: when registration closes, and which other projects of the edition share its entrant. */
export interface RuleSurroundings {
  closingDay: string;
  /** Numbers of projects that take part. */
  others: Record<'owner' | 'organisation', readonly string[]>;
  /** Numbers of projects that other accounts handed in, and whose entrant may be the same person; only staff are told. */
  suspected: readonly string[];
  /** Winners of earlier editions that share something with it, looked for where a rule asks. */
  earlier?: readonly EarlierWin[];
  /** The codes of the awards, the best first, by the codes of those earlier editions that rules name. */
  earlierAwards?: ReadonlyMap<string, readonly string[]>;
  /** Whether the numbers of others' projects are told. */
  forStaff: boolean;
}

type Asked = Pick<EditionDefinition, 'rules' | 'questions'> & Partial<Pick<EditionDefinition, 'awards'>>;
type Verdict = [RuleOutcome, LocalText];
type RuleOf<Kind extends RuleKind> = Extract<EligibilityRule, { kind: Kind }>;

/** The rules that hold for a group, in the edition's order; for who has chosen none, those of every group. */
export function rulesOf({ rules = [] }: Asked, group: string | null): EligibilityRule[] {
  return rules.filter(({ groups }) => !groups || (group !== null && groups.includes(group)));
}

/** Holds a project against the rules of its group, each with what was compared. */
export function explain(definition: Asked, project: RuledProject, around: RuleSurroundings): Explanation[] {
  return rulesOf(definition, project.group).map((rule) => {
    const [outcome, compared] = judge(rule, definition, project, around);
    const { code, kind, severity, text } = rule;
    return { code, kind, severity, text, outcome, compared };
  });
}

function judge(rule: EligibilityRule, definition: Asked, project: RuledProject, around: RuleSurroundings): Verdict {
  if (rule.kind === 'equity') return judgeEquity(rule, project);
  if (rule.kind === 'onePerEntrant') return judgeOne(rule, project, around);
  if (rule.kind === 'country') return judgeCountry(rule, project);
  if (rule.kind === 'earlierAward') return judgeEarlier(rule, definition, project, around);
  const question = definition.questions?.find(({ code }) => code === rule.question);
  const answer = project.answers[rule.question];
  if (!question || answer === undefined) return ['unknown', words.unanswered(question?.name ?? alike(rule.question))];
  if (rule.kind === 'age') return judgeAge(rule, String(answer), around.closingDay);
  if (rule.kind === 'registered') return judgeRegistered(rule, String(answer));
  const options = 'options' in question ? question.options : [];
  if (rule.kind === 'degree') return judgeDegree(rule, question, options, String(answer));
  const forbidden =
    typeof rule.not === 'boolean'
      ? answer === rule.not
      : [answer].flat().some((one) => (rule.not as string[]).includes(String(one)));
  return [forbidden ? 'notMet' : 'met', words.forbidden(question, answer, rule.not)];
}

function judgeAge({ at, min, max }: RuleOf<'age'>, born: string, closingDay: string): Verdict {
  const day = at ?? closingDay;
  const age = fullYears(born, day);
  const met = age >= 0 && (min === undefined || age >= min) && (max === undefined || age <= max);
  return [met ? 'met' : 'notMet', words.age({ born, day, age, min, max })];
}

/** Full years from `born` to `day`; negative where it lies before. Who was born on 29 February turns a year older on 1 March. */
export function fullYears(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

function judgeRegistered({ from, until }: RuleOf<'registered'>, founded: string): Verdict {
  const met = (from === undefined || founded >= from) && (until === undefined || founded <= until);
  return [met ? 'met' : 'notMet', words.registered({ founded, from, until })];
}

function judgeDegree(
  { atLeast, oneOf }: RuleOf<'degree'>,
  question: Question,
  options: readonly { code: string }[],
  held: string,
): Verdict {
  const lowest = options.findIndex(({ code }) => code === atLeast);
  const accepted = oneOf ?? options.slice(0, lowest + 1).map(({ code }) => code);
  return [accepted.includes(held) ? 'met' : 'notMet', words.degree(question, held, accepted)];
}

/** The members whose shares a rule of equity reads. */
export function counted({ of }: RuleOf<'equity'>, { members }: RuledProject): RuledProject['members'] {
  const leader = leaderOf(members);
  return of === 'core' ? members.filter(({ isCore }) => isCore) : leader ? [leader] : [];
}

export function judgeEquity(rule: RuleOf<'equity'>, project: RuledProject): Verdict {
  const { of, percent } = rule;
  const asked = counted(rule, project);
  const least = parseFixed(String(percent), 2)!;
  const stated = asked.flatMap(({ share }) => (share === null ? [] : [share]));
  const held = stated.reduce((sum, share) => sum + share, 0);
  const whole = stated.length === asked.length && asked.length > 0;
  const outcome = held >= least && stated.length > 0 ? 'met' : whole ? 'notMet' : 'unknown';
  return [outcome, words.equity({ of, held: stated.length > 0 ? held : undefined, least, whole })];
}

function judgeOne({ by }: RuleOf<'onePerEntrant'>, { organisation }: RuledProject, around: RuleSurroundings): Verdict {
  if (by === 'organisation' && organisation.code === '') return ['unknown', words.noOrganisation];
  const numbers = around.others[by];
  // An entrant may hold several projects and knows them; those of others in the organisation are not theirs to know.
  const told = around.forStaff || by === 'owner';
  const compared = words.others(by, numbers, told);
  if (by === 'organisation' || around.suspected.length === 0)
    return [numbers.length === 0 ? 'met' : 'notMet', compared];
  return [numbers.length === 0 ? 'unknown' : 'notMet', words.maybeSameEntrant(compared, around.suspected)];
}

function judgeCountry({ oneOf, not }: RuleOf<'country'>, { organisation }: RuledProject): Verdict {
  if (organisation.code === '') return ['unknown', words.noOrganisation];
  const { country } = organisation;
  const met = oneOf ? oneOf.includes(country) : !(not ?? []).includes(country);
  return [met ? 'met' : 'notMet', words.country(country, { oneOf, not })];
}

function judgeEarlier(
  { sharing, atLeast, editions }: RuleOf<'earlierAward'>,
  { awards = [] }: Asked,
  { organisation }: RuledProject,
  { earlier = [], earlierAwards = new Map(), forStaff }: RuleSurroundings,
): Verdict {
  const against = earlier.filter(
    ({ edition, level, shares }) =>
      (!editions || editions.includes(edition)) &&
      counts(level, atLeast, { here: awards.map(({ code }) => code), there: earlierAwards.get(edition) ?? [] }) &&
      sharing.some((one) => shares.includes(one)),
  );
  if (against.length > 0) return ['notMet', words.wonBefore(against, sharing, forStaff)];
  const unknown = (editions ?? []).filter((code) => !earlierAwards.has(code));
  if (unknown.length > 0) return ['unknown', words.noAwardsOf(unknown)];
  if (organisation.code === '' && sharing.every((one) => one === 'register')) return ['unknown', words.noOrganisation];
  return ['met', words.wonNothing(sharing)];
}

/** An award counts by the place that the lowest one has in its own edition, or where that has none of this code, in this one. */
function counts(
  level: number | null,
  atLeast: string | undefined,
  { here, there }: { here: readonly string[]; there: readonly string[] },
): boolean {
  if (atLeast === undefined || level === null) return true;
  return level <= (there.includes(atLeast) ? there : here).indexOf(atLeast);
}

function alike(text: string): LocalText {
  return { zh: text, en: text };
}

/** Whether some rule refuses a second project of an entrant. */
export function limitsEntrants({ rules = [] }: Pick<Asked, 'rules'>): boolean {
  return rules.some(({ kind, severity }) => kind === 'onePerEntrant' && severity === 'refuse');
}

/** Why a project is not taken: the rules that refuse it, and it fails. */
export function refusing(explanations: readonly Explanation[]): Explanation[] {
  return explanations.filter(({ severity, outcome }) => severity === 'refuse' && outcome === 'notMet');
}

/** How many rules a project fails, and of how many that cannot be told, whatever they lead to; null where it was never counted. */
export interface RuleCounts {
  unmetRules: number | null;
  unknownRules: number | null;
}

export function countsOf(explanations: readonly Explanation[]): RuleCounts {
  const having = (wanted: RuleOutcome) => explanations.filter(({ outcome }) => outcome === wanted).length;
  return { unmetRules: having('notMet'), unknownRules: having('unknown') };
}
