import type { FieldFailure } from '@haishi/kernel';
import { StateMachine } from '@haishi/kernel';
import type { LocalText } from '@haishi/contracts';
import type { StageKind } from './edition.definition.js';

export const EDITION_STATES = ['draft', 'open', 'closed', 'archived'] as const;
export type EditionState = (typeof EDITION_STATES)[number];
export type EditionAction = 'open' | 'close' | 'archive';

/** An edition's life. A closed edition may be opened again; an archived one is only read. */
export const EDITION_MACHINE = new StateMachine<EditionState, EditionAction>(EDITION_STATES, {
  open: { from: ['draft', 'closed'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  archive: { from: ['draft', 'closed'], to: 'archived' },
});

export const STAGE_STATES = ['planned', 'open', 'closed'] as const;
export type StageState = (typeof STAGE_STATES)[number];
export type StageAction = 'open' | 'close';

export const STAGE_MACHINE = new StateMachine<StageState, StageAction>(STAGE_STATES, {
  open: { from: ['planned', 'closed'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
});

/** What the rules need to know of a stage. */
export interface StageDates {
  code: string;
  kind: StageKind;
  name: LocalText;
  opensAt: Date | null;
  closesAt: Date | null;
}

const named = ({ name }: StageDates) => ({ stage: name });

/**
 * Faults in the order of dates: a stage ends after it begins, and neither begins nor ends before the stage ahead of it does.
 * Stages may overlap, as the eligibility check does with registration. Stages without dates are passed over.
 */
export function checkSchedule(stages: readonly StageDates[]): FieldFailure[] {
  const faults: FieldFailure[] = [];
  const latest: Partial<Record<'opensAt' | 'closesAt', StageDates>> = {};
  stages.forEach((stage, index) => {
    if (stage.opensAt && stage.closesAt && stage.closesAt <= stage.opensAt)
      faults.push({ field: `stages.${index}.closesAt`, code: 'edition.closes_before_opens' });
    for (const end of ['opensAt', 'closesAt'] as const) {
      const date = stage[end];
      if (!date) continue;
      const before = latest[end];
      if (before && date < before[end]!)
        faults.push({ field: `stages.${index}.${end}`, code: 'edition.stage_before_previous', params: named(before) });
      else latest[end] = stage;
    }
  });
  return faults;
}

/**
 * Why an edition in this state cannot be opened at `now`; empty where it can. Named by stage and date. A draft opens registration;
 * one that was closed goes on with its stages as they were, whatever is over by now.
 */
export function openingBlockers(state: EditionState, stages: readonly StageDates[], now: Date): FieldFailure[] {
  if (state === 'closed') return [];
  const faults = checkSchedule(stages);
  stages.forEach((stage, index) => {
    if (stage.kind !== 'submission' && stage.kind !== 'eligibility') return;
    for (const end of ['opensAt', 'closesAt'] as const)
      if (!stage[end])
        faults.push({ field: `stages.${index}.${end}`, code: 'edition.date_missing', params: named(stage) });
    if (stage.closesAt && stage.closesAt <= now)
      faults.push({ field: `stages.${index}.closesAt`, code: 'edition.date_past', params: named(stage) });
  });
  return faults;
}

/** Whether registration that is over at `now`, by its date or by hand, would take projects again until `closesAt`. */
export function isExtended(
  { kind, state, closesAt: before }: { kind: StageKind; state: StageState; closesAt: Date | null },
  closesAt: Date | null,
  now: Date,
): boolean {
  const isOver = state === 'closed' || (before !== null && before <= now);
  return kind === 'submission' && isOver && closesAt !== null && closesAt > now;
}

/** Why one stage cannot be opened at `now`. */
export function stageBlockers(stage: StageDates, now: Date): FieldFailure[] {
  const faults: FieldFailure[] = [];
  for (const end of ['opensAt', 'closesAt'] as const)
    if (!stage[end]) faults.push({ field: end, code: 'edition.date_missing', params: named(stage) });
  if (stage.closesAt && stage.closesAt <= now)
    faults.push({ field: 'closesAt', code: 'edition.date_past', params: named(stage) });
  return faults;
}

/**
 * Whether `now` is no later than the second named by `deadline`: what arrives within that second still counts.
 * Every deadline of an edition is judged by this.
 */
export function withinDeadline(deadline: Date, now: Date): boolean {
  return Math.floor(now.getTime() / 1000) <= Math.floor(deadline.getTime() / 1000);
}
