import type { StageKind } from '../edition/edition.definition.js';
import { stageBlockers, type StageDates } from '../edition/edition.rules.js';
import {
  type Assessment,
  begunOf,
  type ChangeFacts,
  effectOn,
  headed,
  namedOf,
  scored,
  sum,
  total,
} from './assessment.rules.js';
import type { Difference } from './difference.rules.js';

/** Settings of a stage that decide what sheets add up to. */
export const COUNTING = ['dropHighest', 'dropLowest', 'minValid', 'decimals'];
/** Settings that a session copies when it is planned. */
const PLANNED = ['pitchMinutes', 'questionMinutes', 'judges', 'judgesPerProject', 'plan'];

/** Settings that a notice copies when it is published. */
const LASTING = ['workingDays', 'calendarDays'];

/** What a change of a stage means, its dates apart from whether they may be changed. */
export function assessStage(difference: Difference, code: string, facts: ChangeFacts, found: Assessment): void {
  const { path, kind, old } = difference;
  const [, , inner, name = ''] = path.split('.');
  const stage = facts.stages.find((one) => one.code === code);
  if (!stage) return;
  const sessions = facts.sessions.filter(({ stageCode }) => stageCode === code);
  const begun = begunOf(sessions);
  const decision = facts.decisions.find(({ stageCode }) => stageCode === code);
  if ((inner === undefined && kind === 'removed') || inner === 'kind') {
    const noticed = facts.notices.some(({ stageCode }) => stageCode === code);
    const due = facts.state !== 'draft' && stage.opensAt !== null && stage.opensAt <= facts.now;
    if (stage.state !== 'planned' || due || sessions.length > 0 || decision || noticed)
      found.refusals.push({ field: path, code: 'edition.change_stage_started', params: { name: namedOf(old, code) } });
  } else if (inner === 'settings' && COUNTING.includes(name)) {
    found.refusals.push(...scored(path, begun));
    found.effects.push(
      effectOn(
        path,
        'sessions_follow',
        sessions.filter((one) => !one.begun),
      ),
    );
  } else if (inner === 'settings' && name === 'ties') {
    const following = sessions.filter(({ ownTies }) => !ownTies);
    found.refusals.push(...scored(path, begunOf(following)));
    found.effects.push(
      effectOn(
        path,
        'sessions_follow',
        following.filter((one) => !one.begun),
      ),
    );
    found.effects.push(
      effectOn(
        path,
        'sessions_keep',
        sessions.filter(({ ownTies }) => ownTies),
      ),
    );
  } else if (inner === 'settings' && name === 'blind') {
    if (begun.length > 0) found.refusals.push({ field: path, code: 'edition.change_blind' });
  } else if (inner === 'settings' && name === 'advance') {
    if (decision?.published) found.refusals.push({ field: path, code: 'edition.change_decided' });
    else if (decision) found.effects.push({ path, code: 'decision_keeps', count: 1 });
    else found.effects.push({ path, code: 'plan_follows', count: sessions.length });
  } else if (inner === 'settings' && LASTING.includes(name))
    found.effects.push({ path, code: 'notices_keep', count: facts.notices.length });
  else if (inner === 'settings' && PLANNED.includes(name))
    found.effects.push(effectOn(path, 'sessions_keep', sessions));
  else if (inner === 'settings' && name === 'appealDays')
    found.effects.push({ path, code: 'appeals_keep', count: facts.appealable });
  else if (inner === 'settings' && name === 'correctionDays')
    found.effects.push({ path, code: 'corrections_keep', count: sum(facts.projects, 'returned') });
  else if (inner === 'settings' && name === 'graceMinutes')
    found.effects.push({ path, code: 'grace_moves', count: sum(facts.projects, 'drafts') });
  else if (inner === 'name')
    found.effects.push(
      headed(
        path,
        facts.notices.filter(({ stageCode }) => stageCode === code),
      ),
    );
  else if (isDateOf(path, code)) assessDate(difference, stage.kind, facts, found);
}

/** Who had counted on a date: whoever still hands in on the deadline, and every entrant on the schedule. */
function assessDate({ path }: Difference, kind: StageKind, { projects }: ChangeFacts, { effects }: Assessment): void {
  const { drafts, submitted } = total(projects);
  if (kind === 'submission' && path.endsWith('.closesAt'))
    effects.push({ path, code: 'deadline_moves', count: drafts });
  else effects.push({ path, code: 'schedule_moves', count: drafts + submitted });
}

/** Whether a stage that was ended may have these dates: registration is extended 延期 by a later end, and opens again with it. */
export function assessClosed(
  stage: StageDates,
  dates: readonly Difference[],
  facts: ChangeFacts,
  { effects, refusals }: Assessment,
): void {
  const { state, now, sessions } = facts;
  const [end] = dates;
  if (end === undefined) return;
  const extended = stage.kind === 'submission' && dates.length === 1 && end.path === `stages.${stage.code}.closesAt`;
  if (!extended || state !== 'open') {
    for (const { path } of dates) refusals.push({ field: path, code: 'edition.stage_closed' });
    return;
  }
  const { path } = end;
  refusals.push(...stageBlockers(stage, now).map((fault) => ({ ...fault, field: path })));
  if (hasResults(facts)) refusals.push({ field: path, code: 'edition.extension_after_results' });
  effects.push({ path, code: 'registration_reopens', count: 1 });
  effects.push(effectOn(path, 'sessions_without', begunOf(sessions)));
}

/** Whether results were published that rest on who had handed in. */
export function hasResults({ decisions, notices }: ChangeFacts): boolean {
  return notices.length > 0 || decisions.some(({ published }) => published);
}

export function isDateOf(path: string, code: string): boolean {
  return path === `stages.${code}.opensAt` || path === `stages.${code}.closesAt`;
}
