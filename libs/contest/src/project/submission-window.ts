import { failure } from '@haishi/contracts';
import type { Failure } from '@haishi/kernel';
import type { Edition, EditionStage } from '../edition/edition.entity.js';
import { deadlineText } from './deadline-text.js';
import type { SubmissionWindow, WindowVerdict } from './project.rules.js';

/** What of an edition decides when projects may be handed in. */
export function windowOf(edition: Edition, stage: EditionStage): SubmissionWindow {
  const { state, opensAt, closesAt, settings } = stage;
  return {
    editionState: edition.state,
    stageState: state,
    opensAt,
    closesAt,
    graceMinutes: settings.graceMinutes ?? 0,
  };
}

/** The failure that says why, with the moment in the edition's zone and, for pages, as it is. */
export function refuse(verdict: Extract<WindowVerdict, { open: false }>, timeZone: string): Failure {
  if (!('at' in verdict)) return failure(verdict.code);
  return failure(verdict.code, {
    params: { at: deadlineText(verdict.at, timeZone) },
    data: { at: verdict.at.toISOString(), timeZone },
  });
}
