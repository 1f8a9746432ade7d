import { type AdvancePlan, CUT_TIES, faultsOfPlan, faultsOfSetting, planOf } from './advance.rules.js';
import type { Advance, EditionDefinition, StageDefinition } from './edition.definition.js';
import type { ShapeReader } from './shape-reader.js';

const KNOWN = [
  'total',
  'by',
  'permille',
  'regions',
  'divisions',
  'caps',
  'wildcards',
  'waiting',
  'cutTies',
  'carry',
] as const;
const MOST = 100_000;
/** As many cells as twenty regions and twenty divisions have. */
const CAPS_MOST = 400;

/** Reads who goes on from a stage; what says what holds anyway is left out. Its plan is checked once the whole file is read. */
export function readAdvance(reader: ShapeReader, value: unknown, path: string): Advance {
  const from = reader.object(value, path, KNOWN);
  const said = (name: (typeof KNOWN)[number]) => from[name] !== undefined && from[name] !== null;
  const int = (name: (typeof KNOWN)[number], min: number, max: number) =>
    said(name) ? reader.int(from, name, path, min, max) : undefined;
  const total = int('total', 1, MOST);
  const by = reader.list(from, 'by', path, { min: 0, max: 2 }, (one) => String(one));
  if (new Set(by).size !== by.length || by.some((one) => one !== 'region' && one !== 'division'))
    reader.fail(`${path}.by`, 'edition.advance_by');
  const permille = int('permille', 1, 1000);
  const [regions, divisions] = (['regions', 'divisions'] as const).map((name) =>
    said(name)
      ? reader.list(from, name, path, { min: 1, max: 20 }, (one, at) => {
          const margin = reader.object(one, at, ['code', 'seats']);
          return { code: reader.code(margin, at), seats: reader.int(margin, 'seats', at, 0, MOST) };
        })
      : undefined,
  );
  const caps = reader.list(from, 'caps', path, { min: 0, max: CAPS_MOST }, (one, at) => {
    const cap = reader.object(one, at, ['region', 'division', 'cap']);
    return {
      region: reader.text(cap, 'region', at, 12),
      division: reader.text(cap, 'division', at, 12),
      cap: reader.int(cap, 'cap', at, 0, MOST),
    };
  });
  const wildcards = int('wildcards', 0, MOST);
  const waiting = int('waiting', 0, MOST);
  const cutTies = said('cutTies') ? reader.choice(from, 'cutTies', path, CUT_TIES) : 'order';
  const carry = said('carry') ? readCarry(reader, from['carry'], `${path}.carry`) : undefined;
  return {
    ...(total === undefined ? {} : { total }),
    by: by as Advance['by'],
    ...(permille === undefined ? {} : { permille }),
    ...(regions ? { regions } : {}),
    ...(divisions ? { divisions } : {}),
    ...(caps.length > 0 ? { caps } : {}),
    ...(wildcards ? { wildcards } : {}),
    ...(waiting ? { waiting } : {}),
    ...(cutTies === 'order' ? {} : { cutTies }),
    ...(carry ? { carry } : {}),
  };
}

function readCarry(reader: ShapeReader, value: unknown, path: string): NonNullable<Advance['carry']> {
  const from = reader.object(value, path, ['stage', 'permille']);
  return { stage: reader.text(from, 'stage', path, 12), permille: reader.int(from, 'permille', path, 1, 999) };
}

/**
 * Holds who goes on from each stage, where it could be read, to the rules that a decision is held to; what a plan calls its size
 * is the file's `total`.
 */
export function checkAdvances(
  reader: ShapeReader,
  stages: readonly StageDefinition[],
  definition: Pick<EditionDefinition, 'regions' | 'divisions'>,
): void {
  for (const [index, { settings }] of stages.entries()) {
    const path = `stages.${index}.settings.advance`;
    if (!settings.advance || reader.told(path)) continue;
    const earlier = stages.slice(0, index).filter(({ kind }) => kind === 'review' || kind === 'roadshow');
    const known = stages
      .slice(0, index)
      .every((_, at) => !reader.told(`stages.${at}.code`) && !reader.told(`stages.${at}.kind`));
    const plan: AdvancePlan = planOf(settings.advance);
    for (const { field, code } of [...faultsOfSetting(settings.advance), ...faultsOfPlan(plan, earlier, definition)])
      if (!reader.told(`${path}.${inFile(field)}`) && (known || code !== 'advancement.unknown_stage'))
        reader.fail(`${path}.${inFile(field)}`, code);
  }
}

const inFile = (field: string): string => (field === 'size' ? 'total' : field);
