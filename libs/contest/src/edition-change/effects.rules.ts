import type { FieldFailure } from '@haishi/kernel';
import type { StageKind } from '../edition/edition.definition.js';
import { isExtended, stageBlockers } from '../edition/edition.rules.js';
import {
  type Assessment,
  begunOf,
  type ChangeFacts,
  checkedAnew,
  effectOn,
  headed,
  heldAgainst,
  inUse,
  juryEffect,
  scored,
  total,
} from './assessment.rules.js';
import type { Difference, Json } from './difference.rules.js';
import { askedAnew, concerned } from './limits.rules.js';
import { isJudged, judgedBefore, stagesNamed } from '../edition/ties.rules.js';
import { assessReview } from './review-effects.rules.js';
import { assessPart } from './part-effects.rules.js';
import { assessQuestion } from './question-effects.rules.js';
import { assessClosed, assessStage, COUNTING, hasResults, isDateOf } from './stage-effects.rules.js';

/** Whether a difference changes how sheets are counted, and so belongs into panels that were set up. */
export function isOfRubric({ path }: Pick<Difference, 'path'>): boolean {
  return path === 'rubric' || path.startsWith('rubric.');
}
export function isOfCounting({ path }: Pick<Difference, 'path'>): boolean {
  const [part, , settings, name] = path.split('.');
  return part === 'stages' && settings === 'settings' && [...COUNTING, 'ties'].includes(name ?? '');
}

/** Whether a difference may change what a project fails of the conditions of entry: those, and what they are read by. */
export function isOfConditions(
  { path }: Pick<Difference, 'path'>,
  stages: readonly { code: string; kind: StageKind }[],
): boolean {
  const [part, code] = path.split('.');
  if (part === 'stages' && path.endsWith('.closesAt'))
    return stages.some((one) => one.code === code && one.kind === 'submission');
  return ['rules', 'questions', 'awards', 'timeZone'].includes(part!);
}

/** What a change means for projects, sessions, decisions and notices, and why it may not be made. */
export function assess(differences: readonly Difference[], facts: ChangeFacts): Assessment {
  const found: Assessment = { effects: [], refusals: [] };
  for (const one of differences) assessOne(one, facts, found);
  for (const stage of facts.stagesAfter) {
    const before = facts.stages.find(({ code }) => code === stage.code);
    const state = before?.state;
    const touched = differences.filter(({ path }) => isDateOf(path, stage.code));
    if (state === 'closed') assessClosed(stage, touched, facts, found);
    if (state === 'open' && touched.length > 0) {
      for (const fault of stageBlockers(stage, facts.now))
        found.refusals.push({ ...fault, field: `stages.${stage.code}.${fault.field}` });
      if (isExtended(before!, stage.closesAt, facts.now) && hasResults(facts))
        found.refusals.push({ field: `stages.${stage.code}.closesAt`, code: 'edition.extension_after_results' });
    }
  }
  found.refusals.push(...brokenTies(differences, facts), ...recounted(differences, facts));
  return { effects: found.effects.filter(({ count }) => count > 0), refusals: found.refusals };
}

/** A chain of its own names stages that were before it when it was set; one that follows its stage is read with the file. */
function brokenTies(differences: readonly Difference[], { sessions, stagesAfter }: ChangeFacts): FieldFailure[] {
  return sessions
    .filter(({ ownTies }) => ownTies)
    .flatMap((session) => {
      const earlier = judgedBefore(stagesAfter, session.stageCode).map(({ code }) => code);
      const lost = stagesNamed(session.ties).filter((code) => !earlier.includes(code));
      const paths = lost.flatMap((code) => [`stages.${code}`, `stages.${code}.kind`, 'stages']);
      const at = differences.find(({ path }) => paths.includes(path));
      return at
        ? [{ field: at.path, code: 'edition.change_stage_breaks_ties', params: { session: session.name } }]
        : [];
    });
}

/** A published decision counted the judged stages before it: none comes to stand before it, and none of them behind it. */
function recounted(differences: readonly Difference[], facts: ChangeFacts): FieldFailure[] {
  const { decisions, stages, stagesAfter } = facts;
  const judged = new Set(stagesAfter.filter(isJudged).map(({ code }) => code));
  return decisions.flatMap(({ stageCode, published }) => {
    const stage = stagesAfter.find(({ code }) => code === stageCode);
    if (!published || !stage) return [];
    const [before, after] = [stages, stagesAfter].map(
      (list) => new Set(judgedBefore<{ code: string; kind: StageKind }>(list, stageCode).map(({ code }) => code)),
    ) as [Set<string>, Set<string>];
    const moved = [...judged].filter((code) => before.has(code) !== after.has(code));
    const at = differences.find(({ path }) =>
      moved.some((code) => ['stages', `stages.${code}`, `stages.${code}.kind`].includes(path)),
    );
    return at ? [{ field: at.path, code: 'edition.change_order_decided', params: { stage: stage.name } }] : [];
  });
}

function assessOne(difference: Difference, facts: ChangeFacts, found: Assessment): void {
  const { path } = difference;
  const [part, code = ''] = path.split('.');
  if (path === 'code') found.refusals.push({ field: path, code: 'edition.change_code' });
  else if (part === 'divisions' || part === 'regions' || part === 'groups') assessPart(difference, facts, found);
  else if (part === 'materials') assessMaterial(difference, facts, found);
  else if (part === 'questions') assessQuestion(difference, facts, found);
  else if (part === 'rules' && code !== '')
    found.effects.push(...heldAgainst(path, total(concerned(path, facts.projects, facts.limits))));
  else if (part === 'rubric') assessRubric(difference, facts, found);
  else if (part === 'awards') assessAwards(difference, facts, found);
  else if (part === 'stages') assessStage(difference, code, facts, found);
  else if (part === 'undertaking') {
    // Both languages are one wording, and told of once.
    if (found.effects.some((one) => one.code === 'undertaking_stands')) return;
    const { submitted, returned } = total(facts.projects);
    found.effects.push({ path, code: 'undertaking_again', count: facts.confirmed });
    found.effects.push({ path, code: 'corrections_checked_anew', count: returned });
    found.effects.push({ path, code: 'undertaking_stands', count: submitted - returned });
  } else if (part === 'returnReasons' || part === 'rejectReasons' || part === 'judgeKinds' || part === 'judgeTerms')
    assessReview(difference, facts, found);
  else if (part === 'gallery')
    found.effects.push({
      path,
      code: difference.new === true ? 'gallery_opens' : 'gallery_closes',
      count: total(facts.projects).submitted,
    });
  else if (part === 'name') found.effects.push(headed(path, facts.notices));
  else if (path === 'timeZone') {
    found.effects.push({ path, code: 'zone_moves', count: facts.stages.length });
    found.effects.push(headed(path, facts.notices));
  }
}

function assessMaterial(difference: Difference, facts: ChangeFacts, { effects, refusals }: Assessment): void {
  const { path, kind, old } = difference;
  const [, code, inner] = path.split('.');
  if (code === undefined) return;
  const held = facts.materials.find((one) => one.kind === code) ?? { drafts: 0, submitted: 0 };
  if (kind === 'removed' && inner === undefined) {
    effects.push({ path, code: 'files_stay', count: held.drafts });
    if (held.submitted > 0) refusals.push(inUse(path, 'edition.change_in_use', old, held.submitted));
  } else if (asksMore(difference, inner)) {
    const asked = inner === 'groups' ? askedAnew : concerned;
    effects.push(...checkedAnew(path, total(asked(path, facts.projects, facts.limits))));
  } else if (inner === 'forJudges') effects.push(juryEffect(difference, held.submitted));
  else if (inner === 'personal') {
    const count = held.drafts + held.submitted;
    if (difference.new === true) effects.push({ path, code: 'files_personal', count });
    // They were given on the promise that nobody else opens them.
    else if (count > 0) refusals.push({ field: path, code: 'edition.change_personal_held', params: { count } });
  } else if (inner === 'types' || inner === 'maxSize' || inner === 'maxCount')
    effects.push({ path, code: 'files_stay', count: held.drafts + held.submitted });
}

/** Whether more has to be handed in than before. */
function asksMore({ old, new: now }: Difference, inner: string | undefined): boolean {
  const least = (value: Json) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? Number(value['minCount'] ?? 0) : 0;
  if (inner === undefined) return least(now) > 0;
  return inner === 'groups' || (inner === 'minCount' && Number(now) > Number(old ?? 0));
}

function assessRubric({ path, kind }: Difference, facts: ChangeFacts, { effects, refusals }: Assessment): void {
  const begun = begunOf(facts.sessions);
  if (isWording(path)) effects.push(effectOn(path, 'sessions_differ', begun));
  else refusals.push(...scored(path, begun));
  const [, , code, inner] = path.split('.');
  const gone = kind === 'removed' && inner === undefined;
  const breaks = gone
    ? facts.sessions.find((one) => !one.begun && one.ownTies && one.ties.includes(code ?? ''))
    : undefined;
  if (breaks) refusals.push({ field: path, code: 'edition.change_breaks_ties', params: { session: breaks.name } });
  effects.push(
    effectOn(
      path,
      'sessions_follow',
      facts.sessions.filter((one) => !one.begun),
    ),
  );
}

/** Names and guidance of a rubric change no total. */
function isWording(path: string): boolean {
  return /^rubric\.criteria\.[^.]+\.(name|guidance)(\.|$)/.test(path);
}

function assessAwards({ path }: Difference, facts: ChangeFacts, { refusals }: Assessment): void {
  if (facts.notices.some(({ kind }) => kind === 'awards'))
    refusals.push({ field: path, code: 'edition.change_awards_published' });
}
