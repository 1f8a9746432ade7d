import { judgeKindsOf, judgeTermsOf, reasonsOf } from './edition.defaults.js';
import type { EditionDefinition, Reason } from './edition.definition.js';
import type { ShapeReader } from './shape-reader.js';

/** What {@link readReviewSettings} reads. */
export const REVIEW_SETTINGS = ['returnReasons', 'rejectReasons', 'judgeKinds', 'judgeTerms'] as const;

type ReviewSettings = Required<Pick<EditionDefinition, (typeof REVIEW_SETTINGS)[number]>>;

/** These codes stand in decisions and lists of experts alone, never in a project's number or an address. */
const WORD = /^[A-Za-z0-9_]+$/;
export const REASON_CODE_LENGTH = 40;
export const KIND_CODE_LENGTH = 20;
export const KINDS_MOST = 20;
export const TERMS_LENGTH = 4000;

/** The reasons of checkers, the kinds of judges and the terms they accept; what is not said is what holds without it. */
export function readReviewSettings(reader: ShapeReader, top: Record<string, unknown>): ReviewSettings {
  const said = (name: string) => top[name] !== undefined && top[name] !== null;
  const reasons = (name: 'returnReasons' | 'rejectReasons', action: 'return' | 'reject') =>
    said(name) ? readReasons(reader, top, name) : reasonsOf({}, action);
  return {
    returnReasons: reasons('returnReasons', 'return'),
    rejectReasons: reasons('rejectReasons', 'reject'),
    judgeKinds: said('judgeKinds') ? readKinds(reader, top) : judgeKindsOf({}),
    judgeTerms: reader.optionalLocal(top, 'judgeTerms', '', TERMS_LENGTH) ?? judgeTermsOf({}),
  };
}

/** What an edition is set to, for its file. */
export function writeReviewSettings(definition: EditionDefinition): ReviewSettings {
  return {
    returnReasons: reasonsOf(definition, 'return'),
    rejectReasons: reasonsOf(definition, 'reject'),
    judgeKinds: judgeKindsOf(definition),
    judgeTerms: judgeTermsOf(definition),
  };
}

function readReasons(reader: ShapeReader, top: Record<string, unknown>, name: string): Reason[] {
  const reasons = reader.list(top, name, '', { min: 1, max: 40 }, (value, path): Reason => {
    const from = reader.object(value, path, ['code', 'name', 'help']);
    const help = reader.optionalLocal(from, 'help', path, 500);
    return {
      code: reader.text(from, 'code', path, REASON_CODE_LENGTH, WORD),
      name: reader.local(from, 'name', path, 100),
      ...(help ? { help } : {}),
    };
  });
  unique(reader, reasons, name);
  return reasons;
}

function readKinds(reader: ShapeReader, top: Record<string, unknown>): ReviewSettings['judgeKinds'] {
  const kinds = reader.list(top, 'judgeKinds', '', { min: 1, max: KINDS_MOST }, (value, path) => {
    const from = reader.object(value, path, ['code', 'name']);
    return {
      code: reader.text(from, 'code', path, KIND_CODE_LENGTH, WORD),
      name: reader.local(from, 'name', path, 50),
    };
  });
  unique(reader, kinds, 'judgeKinds');
  // A list of experts tells the kinds by their names.
  for (const language of ['zh', 'en'] as const)
    for (const [index, { name }] of kinds.entries())
      if (name[language] !== '' && kinds.findIndex((one) => one.name[language] === name[language]) !== index)
        reader.fail(`judgeKinds.${index}.name.${language}`, 'edition.name_repeated', { name: name[language] });
  return kinds;
}

function unique(reader: ShapeReader, list: readonly { code: string }[], name: string): void {
  reader.unique(
    list.map(({ code }) => code),
    name,
    'code',
  );
}
