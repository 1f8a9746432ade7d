import { errorText, type Locale } from '@haishi/contracts';
import type { FieldFailure } from '@haishi/kernel';
import type { EditionFile } from './edition.definition.js';
import type { EditionPreview, EditionSummary, EditionView, ProblemView, StageView } from './edition.dto.js';
import type { Edition, EditionStage } from './edition.entity.js';
import { withinDeadline } from './edition.rules.js';
import { undertakingDigest } from './undertaking.rules.js';

/** Faults as a reader of `locale` is told them. */
export function toProblems(failures: readonly FieldFailure[], locale: Locale): ProblemView[] {
  return failures.map(({ field, code, params }) => ({ field, code, message: errorText(code, locale, params) }));
}

export function toStageView(stage: EditionStage): StageView {
  const { code, kind, state, opensAt, closesAt, settings } = stage;
  const grace = settings.graceMinutes ? { graceMinutes: settings.graceMinutes } : {};
  return { code, kind, name: { zh: stage.nameZh, en: stage.nameEn }, state, opensAt, closesAt, ...grace };
}

export function toSummary(edition: Edition, stages: readonly EditionStage[], now: Date): EditionSummary {
  const submission = stages.find(({ kind }) => kind === 'submission');
  const acceptsProjects =
    edition.state === 'open' &&
    submission?.state === 'open' &&
    submission.opensAt !== null &&
    submission.opensAt <= now &&
    submission.closesAt !== null &&
    withinDeadline(submission.closesAt, now);
  return {
    id: edition.id,
    code: edition.code,
    name: { zh: edition.nameZh, en: edition.nameEn },
    timeZone: edition.timeZone,
    state: edition.state,
    stages: stages.map(toStageView),
    acceptsProjects,
    takesLateCodes:
      !acceptsProjects &&
      edition.state === 'open' &&
      submission?.state !== 'planned' &&
      submission?.opensAt != null &&
      submission.opensAt <= now,
  };
}

export function toEditionView(edition: Edition, stages: readonly EditionStage[], now: Date): EditionView {
  const { divisions, regions, groups, materials, questions = [], undertaking } = edition.definition;
  const gallery = edition.definition.gallery === true;
  return {
    ...toSummary(edition, stages, now),
    divisions,
    regions,
    groups,
    materials,
    questions,
    undertaking,
    undertakingDigest: undertakingDigest(undertaking),
    gallery,
  };
}

export function toPreview(file: EditionFile): EditionPreview {
  return {
    code: file.code,
    name: file.name,
    timeZone: file.timeZone,
    divisions: file.definition.divisions.length,
    regions: file.definition.regions.length,
    groups: file.definition.groups.length,
    criteria: file.definition.rubric.criteria.length,
    stages: file.stages.map(({ code, kind, name, opensAt, closesAt }) => ({
      code,
      kind,
      name,
      opensAt,
      closesAt,
      state: 'planned',
    })),
  };
}
