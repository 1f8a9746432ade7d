import { instantIn, isDay } from '@haishi/kernel';
import { addDays } from '@haishi/reference';
import { readAdvance } from './advance.file.js';
import { STAGE_KINDS, type StageDefinition, type StageKind, type StageSettings } from './edition.definition.js';
import { readStagePlan } from '../online-review/plan.file.js';
import type { ShapeReader } from './shape-reader.js';
import { MOST_TIES, TIE_LENGTH } from './ties.rules.js';

/** The settings each kind of stage knows; all of them must be given, except `advance`, `signIn` and those of `MAY_LACK`. */
const STAGE_SETTINGS: Record<StageKind, readonly Exclude<keyof StageSettings, 'ties' | 'plan'>[]> = {
  submission: ['graceMinutes'],
  eligibility: ['correctionDays', 'appealDays'],
  review: ['judgesPerProject', 'blind', 'dropHighest', 'dropLowest', 'minValid', 'decimals', 'advance'],
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
    'advance',
  ],
  notice: ['workingDays', 'calendarDays'],
  matching: [],
};

/** Settings that may be missing, read by rules of their own. */
const OWN_SETTINGS: Partial<Record<StageKind, readonly ('ties' | 'plan')[]>> = {
  review: ['ties', 'plan'],
  roadshow: ['ties'],
};

/** Numbers that may be missing. */
const MAY_LACK: readonly string[] = ['graceMinutes', 'appealDays', 'calendarDays'];

const NUMBER_BOUNDS = {
  graceMinutes: [0, 60],
  correctionDays: [1, 60],
  appealDays: [0, 60],
  judgesPerProject: [1, 15],
  judges: [1, 25],
  pitchMinutes: [1, 60],
  questionMinutes: [0, 60],
  dropHighest: [0, 5],
  dropLowest: [0, 5],
  minValid: [1, 25],
  decimals: [0, 4],
  workingDays: [1, 30],
  calendarDays: [1, 60],
} as const satisfies Partial<Record<keyof StageSettings, readonly [number, number]>>;

/** Reads one stage of an edition file; its relative dates count from `firstDay` in `zone`. */
export function readStage(
  reader: ShapeReader,
  value: unknown,
  path: string,
  zone: string,
  firstDay: string,
): StageDefinition {
  const from = reader.object(value, path, ['code', 'kind', 'name', 'opensAt', 'closesAt', 'settings']);
  const kind = reader.choice(from, 'kind', path, STAGE_KINDS);
  return {
    code: reader.code(from, path),
    kind,
    name: reader.local(from, 'name', path, 100),
    opensAt: readDate(reader, from['opensAt'], `${path}.opensAt`, zone, firstDay),
    closesAt: readDate(reader, from['closesAt'], `${path}.closesAt`, zone, firstDay),
    settings: readSettings(
      reader,
      from['settings'] ?? {},
      `${path}.settings`,
      reader.told(`${path}.kind`) ? undefined : kind,
    ),
  };
}

const ISO_WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

function readDate(reader: ShapeReader, value: unknown, path: string, zone: string, firstDay: string): Date | null {
  if (value === undefined || value === null) return null;
  // A day that the month does not have would become another one, further on.
  if (typeof value === 'string' && ISO_WITH_ZONE.test(value) && isDay(value.slice(0, 10))) {
    const date = new Date(value);
    if (!Number.isNaN(date.getTime()) && date.getUTCFullYear() < 9000) return date;
  }
  if (typeof value === 'object') {
    const { day, time, ...rest } = value as { day?: unknown; time?: unknown };
    const sound =
      Number.isSafeInteger(day) &&
      Math.abs(day as number) <= 1500 &&
      /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(String(time));
    if (sound && Object.keys(rest).length === 0)
      return instantIn(zone, { day: addDays(firstDay, day as number), time: String(time) });
  }
  reader.fail(path, 'edition.bad_date');
  return null;
}

/** Of a kind that is none nothing more is asked than that some kind knows each setting. */
function readSettings(reader: ShapeReader, value: unknown, path: string, kind: StageKind | undefined): StageSettings {
  if (!kind) {
    reader.object(
      value,
      path,
      [STAGE_SETTINGS, OWN_SETTINGS].flatMap((settings) => Object.values(settings).flat()),
    );
    return {};
  }
  const known = STAGE_SETTINGS[kind];
  const from = reader.object(value, path, [...known, ...(OWN_SETTINGS[kind] ?? [])]);
  const settings: StageSettings = {};
  for (const name of known) {
    if (name === 'advance') {
      if (from['advance'] !== undefined && from['advance'] !== null)
        settings.advance = readAdvance(reader, from['advance'], `${path}.advance`);
    } else if (name === 'signIn') {
      if (from['signIn'] !== undefined) settings.signIn = reader.bool(from, name, path);
    } else if (name === 'blind') settings.blind = reader.bool(from, name, path);
    else if (name === 'reveal') settings.reveal = reader.choice(from, name, path, ['live', 'ceremony'] as const);
    else if (from[name] !== undefined || !(MAY_LACK.includes(name) || hasOtherDays(from, name))) {
      const [min, max] = NUMBER_BOUNDS[name];
      settings[name] = reader.int(from, name, path, min, max);
    }
  }
  checkCounting(reader, settings, path);
  if (settings.workingDays !== undefined && settings.calendarDays !== undefined)
    reader.fail(`${path}.calendarDays`, 'edition.notice_days_both');
  readOwn(reader, from, path, kind, settings);
  return settings;
}

/** Whether a notice lasts for days of the calendar, and so for no working days. */
const hasOtherDays = (from: Record<string, unknown>, name: string): boolean =>
  name === 'workingDays' && from['calendarDays'] !== undefined;

function readOwn(
  reader: ShapeReader,
  from: Record<string, unknown>,
  path: string,
  kind: StageKind,
  settings: StageSettings,
): void {
  const has = (name: 'ties' | 'plan') => OWN_SETTINGS[kind]?.includes(name) && from[name] != null;
  if (has('ties'))
    settings.ties = reader.list(from, 'ties', path, { min: 0, max: MOST_TIES }, (tie, at) =>
      reader.textAt(tie, at, TIE_LENGTH),
    );
  if (has('plan')) {
    const judges = reader.told(`${path}.judgesPerProject`)
      ? { judgesPerProject: NUMBER_BOUNDS.judgesPerProject[1] }
      : settings;
    const { plan, faults } = readStagePlan(from['plan'], judges);
    settings.plan = plan;
    for (const { field, code, params } of faults)
      reader.fail([`${path}.plan`, field].filter(Boolean).join('.'), code, params);
  }
}

function checkCounting(reader: ShapeReader, settings: StageSettings, path: string): void {
  const { minValid, dropHighest = 0, dropLowest = 0 } = settings;
  if (minValid === undefined || reader.told(`${path}.minValid`)) return;
  const judges = settings.judges ?? settings.judgesPerProject ?? minValid;
  const judgesRead = !reader.told(`${path}.judges`) && !reader.told(`${path}.judgesPerProject`);
  if (judgesRead && judges < minValid) reader.fail(`${path}.minValid`, 'edition.min_judges', { judges, minValid });
  if (minValid <= dropHighest + dropLowest)
    reader.fail(`${path}.minValid`, 'review.min_valid_too_small', { dropped: dropHighest + dropLowest });
}
