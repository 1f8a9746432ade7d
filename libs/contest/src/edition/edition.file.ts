import { type FieldFailure, isTimeZone } from '@haishi/kernel';
import { dayAt } from '@haishi/reference';
import { checkRubric, type Rubric } from '@haishi/review';
import { checkAdvances } from './advance.file.js';
import {
  EDITION_FORMAT,
  type EditionDefinition,
  type EditionFile,
  type Group,
  MATERIAL_SIZE_CEILING,
  MATERIAL_TYPES,
  type MaterialKind,
} from './edition.definition.js';
import { checkSchedule } from './edition.rules.js';
import { EDITION_CODE, EDITION_CODE_LENGTH } from './codes.rules.js';
import { readQuestions } from './question.file.js';
import { readReviewSettings, REVIEW_SETTINGS, writeReviewSettings } from './review.file.js';
import { readRules } from './rule.file.js';
import { ShapeReader } from './shape-reader.js';
import { readStage } from './stage.file.js';
import { stagePlanFaults } from '../online-review/plan.file.js';
import { judgedBefore, tieFaults } from './ties.rules.js';

const TOP = [
  'format',
  'code',
  'name',
  'timeZone',
  'divisions',
  'regions',
  'groups',
  'materials',
  'questions',
  'rules',
  'undertaking',
  ...REVIEW_SETTINGS,
  'rubric',
  'stages',
  'awards',
  'gallery',
];

export interface ReadOptions {
  /** Replaces the file's code. */
  code?: string | undefined;
  /** The day that the file's relative dates count from; today in the edition's zone unless said otherwise. */
  firstDay?: string | undefined;
  now: Date;
}

/** Reads an edition file, or names every fault in it. Nothing but this decides what an edition may be. */
export function readEditionFile(raw: unknown, options: ReadOptions): { file: EditionFile; failures: FieldFailure[] } {
  const reader = new ShapeReader();
  const top = reader.object(raw, '', TOP);
  if (top['format'] !== EDITION_FORMAT) reader.fail('format', 'edition.unknown_format', { format: EDITION_FORMAT });
  const code = reader.textAt(options.code ?? top['code'], 'code', EDITION_CODE_LENGTH, EDITION_CODE);
  const timeZone = readZone(reader, top['timeZone'], 'timeZone') || 'Asia/Shanghai';
  const firstDay = options.firstDay ?? dayAt(options.now, timeZone);
  const definition = readDefinition(reader, top, firstDay);
  const stages = reader.list(top, 'stages', '', { min: 1, max: 20 }, (value, path) =>
    readStage(reader, value, path, timeZone, firstDay),
  );
  reader.unique(codes(stages), 'stages', 'code');
  const kindsRead = stages.length > 0 && stages.every((_, at) => !reader.told(`stages.${at}.kind`));
  if (kindsRead && stages.filter(({ kind }) => kind === 'submission').length !== 1)
    reader.fail('stages', 'edition.no_submission_stage');
  reader.failures.push(...checkSchedule(stages));
  stages.forEach(({ code: stage, settings }, at) => {
    const before = stages.slice(0, at + 1);
    const told = before.some((_, one) => reader.told(`stages.${one}.code`) || reader.told(`stages.${one}.kind`));
    const earlier = told ? null : codes(judgedBefore(before, stage));
    reader.failures.push(
      ...tieFaults(settings.ties ?? [], definition.rubric, earlier, `stages.${at}.settings.ties`),
      ...stagePlanFaults(settings, definition, `stages.${at}.settings.plan`),
    );
  });
  checkAdvances(reader, stages, definition);
  const file = { code, name: reader.local(top, 'name', '', 200), timeZone, definition, stages };
  return { file, failures: reader.failures };
}

/** Writes an edition as its file: readable, complete, and read back as the same edition. */
export function writeEditionFile({ code, name, timeZone, definition, stages }: EditionFile): Record<string, unknown> {
  return {
    format: EDITION_FORMAT,
    code,
    name,
    timeZone,
    divisions: definition.divisions,
    regions: definition.regions,
    groups: definition.groups,
    materials: definition.materials,
    ...(definition.questions ? { questions: definition.questions } : {}),
    ...(definition.rules ? { rules: definition.rules } : {}),
    undertaking: definition.undertaking,
    ...writeReviewSettings(definition),
    rubric: definition.rubric,
    stages: stages.map((stage) => ({
      ...stage,
      opensAt: stage.opensAt?.toISOString() ?? null,
      closesAt: stage.closesAt?.toISOString() ?? null,
    })),
    awards: definition.awards,
    ...(definition.gallery ? { gallery: true } : {}),
  };
}

/**
 * A file that was kept earlier, as it would be written now: what could not be set then is said as it was. One that is no longer
 * sound stays as it was kept.
 */
export function rewriteEditionFile(kept: Record<string, unknown>): Record<string, unknown> {
  const { file, failures } = readEditionFile(kept, { now: new Date(0) });
  return failures.length > 0 ? kept : (JSON.parse(JSON.stringify(writeEditionFile(file))) as Record<string, unknown>);
}

function codes(list: readonly { code: string }[]): string[] {
  return list.map(({ code }) => code);
}

function readZone(reader: ShapeReader, value: unknown, path: string): string {
  const zone = reader.textAt(value, path, 60);
  if (zone === '' || isTimeZone(zone)) return zone;
  reader.fail(path, 'edition.unknown_time_zone', { zone });
  return '';
}

function readDefinition(reader: ShapeReader, top: Record<string, unknown>, firstDay: string): EditionDefinition {
  const divisions = reader.list(top, 'divisions', '', { min: 1, max: 20 }, (value, path) => {
    const from = reader.object(value, path, ['code', 'name', 'fields']);
    const fields = reader.list(from, 'fields', path, { min: 1, max: 50 }, (one, at) => {
      const field = reader.object(one, at, ['code', 'name']);
      return { code: reader.code(field, at), name: reader.local(field, 'name', at, 100) };
    });
    reader.unique(codes(fields), `${path}.fields`, 'code');
    return { code: reader.code(from, path), name: reader.local(from, 'name', path, 100), fields };
  });
  const regions = reader.list(top, 'regions', '', { min: 1, max: 20 }, (value, path) => {
    const from = reader.object(value, path, ['code', 'name', 'timeZones']);
    const timeZones = reader.list(from, 'timeZones', path, { min: 1, max: 10 }, (zone, at) =>
      readZone(reader, zone, at),
    );
    return { code: reader.code(from, path), name: reader.local(from, 'name', path, 100), timeZones };
  });
  const groups = reader.list(top, 'groups', '', { min: 1, max: 10 }, (value, path) => readGroup(reader, value, path));
  const materials = reader.list(top, 'materials', '', { min: 1, max: 20 }, (value, path) =>
    readMaterial(reader, value, path, codes(groups)),
  );
  const questions = readQuestions(reader, top, codes(groups));
  const awards = reader.list(top, 'awards', '', { min: 0, max: 20 }, (value, path) => {
    const from = reader.object(value, path, ['code', 'name', 'perDivision']);
    return {
      code: reader.code(from, path),
      name: reader.local(from, 'name', path, 100),
      perDivision: reader.int(from, 'perDivision', path, 0, 1000),
    };
  });
  const rules = readRules(reader, top, { groups: codes(groups), questions, awards: codes(awards), firstDay });
  for (const [name, list] of Object.entries({ divisions, regions, groups, materials, awards }))
    reader.unique(codes(list), name, 'code');
  return {
    divisions,
    regions,
    groups,
    materials,
    ...(questions.length > 0 ? { questions } : {}),
    ...(rules.length > 0 ? { rules } : {}),
    undertaking: reader.local(top, 'undertaking', '', 4000),
    ...readReviewSettings(reader, top),
    rubric: readRubric(reader, top['rubric']),
    awards,
    ...(top['gallery'] !== undefined && reader.bool(top, 'gallery', '') ? { gallery: true } : {}),
  };
}

function readGroup(reader: ShapeReader, value: unknown, path: string): Group {
  const from = reader.object(value, path, ['code', 'name', 'organisation', 'minCoreMembers', 'membersConfirm', 'note']);
  const note = reader.optionalLocal(from, 'note', path, 500);
  return {
    code: reader.code(from, path),
    name: reader.local(from, 'name', path, 100),
    organisation: reader.choice(from, 'organisation', path, ['required', 'affiliation']),
    minCoreMembers: reader.int(from, 'minCoreMembers', path, 0, 20),
    ...(from['membersConfirm'] !== undefined && reader.bool(from, 'membersConfirm', path)
      ? { membersConfirm: true }
      : {}),
    ...(note ? { note } : {}),
  };
}

function readMaterial(reader: ShapeReader, value: unknown, path: string, groups: readonly string[]): MaterialKind {
  const from = reader.object(value, path, [
    'code',
    'name',
    'help',
    'types',
    'maxSize',
    'minCount',
    'maxCount',
    'groups',
    'forJudges',
    'personal',
  ]);
  const help = reader.optionalLocal(from, 'help', path, 500);
  const only = reader.codesAmong(from, 'groups', path, groups);
  const minCount = reader.int(from, 'minCount', path, 0, 20);
  const maxCount = reader.int(from, 'maxCount', path, 1, 20);
  if (maxCount < minCount && !reader.told(`${path}.maxCount`)) reader.fail(`${path}.maxCount`, 'edition.count_limits');
  const [forJudges, personal] = (['forJudges', 'personal'] as const).map(
    (name) => from[name] !== undefined && reader.bool(from, name, path),
  );
  if (forJudges && personal) reader.fail(`${path}.forJudges`, 'edition.personal_for_judges');
  return {
    code: reader.code(from, path),
    name: reader.local(from, 'name', path, 100),
    ...(help ? { help } : {}),
    types: reader.list(from, 'types', path, { min: 1, max: MATERIAL_TYPES.length }, (type, at) =>
      reader.choiceAt(type, at, MATERIAL_TYPES),
    ),
    maxSize: reader.int(from, 'maxSize', path, 1, MATERIAL_SIZE_CEILING),
    minCount,
    maxCount,
    ...(only ? { groups: only } : {}),
    ...(forJudges ? { forJudges } : {}),
    ...(personal ? { personal } : {}),
  };
}

function readRubric(reader: ShapeReader, value: unknown): Rubric {
  const from = reader.object(value, 'rubric', ['outOf', 'commentRequired', 'criteria']);
  const criteria = reader.list(from, 'criteria', 'rubric', { min: 1, max: 40 }, (one, path) => {
    const criterion = reader.object(one, path, ['code', 'name', 'max', 'step', 'weight', 'guidance']);
    const guidance = reader.optionalLocal(criterion, 'guidance', path, 1000);
    const max = reader.int(criterion, 'max', path, 1, 100_000);
    return {
      code: reader.code(criterion, path),
      name: reader.local(criterion, 'name', path, 100),
      max,
      step: reader.int(criterion, 'step', path, 1, 100_000),
      weight: criterion['weight'] === undefined ? max : reader.int(criterion, 'weight', path, 1, 100_000),
      ...(guidance ? { guidance } : {}),
    };
  });
  const rubric = {
    outOf: reader.int(from, 'outOf', 'rubric', 1, 1_000_000),
    commentRequired: from['commentRequired'] === undefined ? false : reader.bool(from, 'commentRequired', 'rubric'),
    criteria,
  };
  if (!reader.told('rubric'))
    for (const fault of checkRubric(rubric)) reader.failures.push({ ...fault, field: `rubric.${fault.field}` });
  return rubric;
}
