import type { Question, QuestionKind } from '@haishi/contracts';
import { isCountryCode, isDay } from '@haishi/kernel';
import { addDays } from '@haishi/reference';
import { EDITION_CODE, EDITION_CODE_LENGTH, lacks } from './codes.rules.js';
import { isNumberWithin } from './question.file.js';
import { type EligibilityRule, RULE_KINDS, RULE_SEVERITIES, type RuleKind, SHARINGS } from './rule.definition.js';
import { QUESTION_KIND_WORDS } from './question.words.js';
import type { ShapeReader } from './shape-reader.js';

type Shape = Record<string, unknown>;

const MAX_RULES = 30;
const OLDEST = 150;
const COMMON = ['code', 'text', 'severity', 'groups', 'kind'];
const OF_KIND: Record<RuleKind, readonly string[]> = {
  age: ['question', 'at', 'min', 'max'],
  degree: ['question', 'atLeast', 'oneOf'],
  equity: ['of', 'percent'],
  registered: ['question', 'from', 'until'],
  onePerEntrant: ['by'],
  answer: ['question', 'not'],
  country: ['oneOf', 'not'],
  earlierAward: ['sharing', 'atLeast', 'editions'],
};

/** What of the file rules refer to. */
interface Around {
  groups: readonly string[];
  questions: readonly Question[];
  /** Codes, the best first. */
  awards: readonly string[];
  /** The day that relative days count from. */
  firstDay: string;
}

/** Reads the conditions of entry of an edition file. */
export function readRules(reader: ShapeReader, top: Shape, around: Around): EligibilityRule[] {
  const rules = reader.list(top, 'rules', '', { min: 0, max: MAX_RULES }, (value, path) =>
    readRule(reader, value, path, around),
  );
  reader.unique(
    rules.map((rule) => rule?.code ?? ''),
    'rules',
    'code',
  );
  return rules.filter((rule) => rule !== undefined);
}

function readRule(reader: ShapeReader, value: unknown, path: string, around: Around): EligibilityRule | undefined {
  const stated = typeof value === 'object' && value !== null ? ((value as Shape)['kind'] as RuleKind) : undefined;
  const ofKind = stated !== undefined && Object.hasOwn(OF_KIND, stated) ? OF_KIND[stated] : undefined;
  const from = reader.object(value, path, [...COMMON, ...(ofKind ?? Object.values(OF_KIND).flat())]);
  const only = reader.codesAmong(from, 'groups', path, around.groups);
  const common = {
    code: reader.code(from, path),
    text: reader.local(from, 'text', path, 300),
    severity: reader.choice(from, 'severity', path, RULE_SEVERITIES),
    ...(only ? { groups: only } : {}),
  };
  const kind = reader.choice(from, 'kind', path, RULE_KINDS);
  if (!ofKind) return undefined;
  return { ...common, ...readKind(new RuleReader(reader, from, path, around), kind, only ?? around.groups) };
}

type Without<Whole, Key extends PropertyKey> = Whole extends unknown ? Omit<Whole, Key> : never;
type OfKind = Without<EligibilityRule, 'code' | 'text' | 'severity' | 'groups'>;

function readKind(rule: RuleReader, kind: RuleKind, groups: readonly string[]): OfKind {
  const { reader, from, path } = rule;
  switch (kind) {
    case 'age': {
      const question = rule.question(['date'], groups).code;
      const at = rule.day('at');
      const [min, max] = [rule.years('min'), rule.years('max')];
      rule.atLeastOne('min', 'max');
      rule.inOrder('max', min, max);
      return { kind, question, ...given({ at, min, max }) };
    }
    case 'degree': {
      const question = rule.question(['choice'], groups);
      rule.exactlyOne('atLeast', 'oneOf');
      const atLeast = rule.has('atLeast')
        ? rule.option(from['atLeast'], `${path}.atLeast`, question.options)
        : undefined;
      return { kind, question: question.code, ...given({ atLeast, oneOf: rule.options('oneOf', question.options) }) };
    }
    case 'equity':
      return { kind, of: reader.choice(from, 'of', path, ['leader', 'core']), percent: rule.percent() };
    case 'registered': {
      const question = rule.question(['date'], groups).code;
      const [first, until] = [rule.day('from'), rule.day('until')];
      rule.atLeastOne('from', 'until');
      rule.inOrder('until', first, until);
      return { kind, question, ...given({ from: first, until }) };
    }
    case 'onePerEntrant':
      return { kind, by: reader.choice(from, 'by', path, ['owner', 'organisation']) };
    case 'answer': {
      const question = rule.question(['yesNo', 'choice', 'choices'], groups);
      if (question.kind === 'yesNo') return { kind, question: question.code, not: reader.bool(from, 'not', path) };
      const not = rule.options('not', question.options);
      if (!not) reader.fail(`${path}.not`, 'common.required');
      return { kind, question: question.code, not: not ?? [] };
    }
    case 'country': {
      rule.exactlyOne('oneOf', 'not');
      return { kind, ...given({ oneOf: rule.countries('oneOf'), not: rule.countries('not') }) };
    }
    case 'earlierAward': {
      const sharing = reader.list(from, 'sharing', path, { min: 1, max: SHARINGS.length }, (value, at) =>
        reader.choiceAt(value, at, SHARINGS),
      );
      return {
        kind,
        sharing: SHARINGS.filter((one) => sharing.includes(one)),
        ...given({ atLeast: rule.award('atLeast'), editions: rule.editions('editions') }),
      };
    }
  }
}

/** What of a question a rule needs. */
interface Asked {
  code: string;
  kind: QuestionKind;
  options: readonly { code: string }[];
}

/** Reads the pieces of one rule. */
class RuleReader {
  constructor(
    readonly reader: ShapeReader,
    readonly from: Shape,
    readonly path: string,
    private readonly around: Around,
  ) {}

  has(name: string): boolean {
    return this.from[name] !== undefined && this.from[name] !== null;
  }

  /** The question it reads: of one of these kinds, and asked of every group that the rule holds for. */
  question(kinds: readonly QuestionKind[], groups: readonly string[]): Asked {
    const code = this.reader.text(this.from, 'question', this.path, 12);
    const { questions } = this.around;
    const at = questions.findIndex((one) => one.code === code);
    const question = questions[at];
    const field = `${this.path}.question`;
    const unread = (name: string) => this.reader.told(`questions.${at}.${name}`);
    if (!question) {
      if (code !== '' && this.lacksQuestion(code)) this.reader.fail(field, 'edition.code_unknown', { code });
      return { code, kind: kinds[0]!, options: [] };
    }
    if (unread('kind')) return { code, kind: kinds[0]!, options: [] };
    if (!kinds.includes(question.kind))
      this.reader.fail(field, 'edition.rule_question_kind', {
        kinds: kinds.map((one) => QUESTION_KIND_WORDS[one]),
      });
    else if (
      !unread('groups') &&
      !this.reader.told(`${this.path}.groups`) &&
      groups.some((group) => question.groups && !question.groups.includes(group))
    )
      this.reader.fail(field, 'edition.rule_not_asked');
    return { code, kind: question.kind, options: 'options' in question ? question.options : [] };
  }

  /** An edition may ask nothing, unless what it asks could not be read. */
  private lacksQuestion(code: string): boolean {
    const codes = this.around.questions.map((one) => one.code);
    return codes.length === 0 ? !this.reader.told('questions') : lacks(codes, code);
  }

  option(value: unknown, field: string, options: readonly { code: string }[]): string {
    const code = this.reader.textAt(value, field, 12);
    const codes = options.map((one) => one.code);
    if (code !== '' && lacks(codes, code)) this.reader.fail(field, 'edition.code_unknown', { code });
    return code;
  }

  options(name: string, options: readonly { code: string }[]): string[] | undefined {
    if (!this.has(name)) return undefined;
    return this.reader.list(this.from, name, this.path, { min: 1, max: 50 }, (value, at) =>
      this.option(value, at, options),
    );
  }

  countries(name: string): string[] | undefined {
    if (!this.has(name)) return undefined;
    return this.reader.list(this.from, name, this.path, { min: 1, max: 250 }, (value, at) => {
      if (typeof value === 'string' && isCountryCode(value)) return value;
      this.reader.fail(at, 'edition.country_code', { value: String(value).slice(0, 40) });
      return '';
    });
  }

  award(name: string): string | undefined {
    if (!this.has(name)) return undefined;
    const code = this.reader.text(this.from, name, this.path, 12);
    const { awards } = this.around;
    const unknown = awards.length === 0 || lacks(awards, code);
    if (code !== '' && unknown && !this.reader.told('awards'))
      this.reader.fail(`${this.path}.${name}`, 'edition.code_unknown', { code });
    return code;
  }

  /** Whether there are editions of these codes is told where the rule is looked at: a file may be read before they are. */
  editions(name: string): string[] | undefined {
    if (!this.has(name)) return undefined;
    return this.reader.list(this.from, name, this.path, { min: 1, max: 20 }, (value, at) =>
      this.reader.textAt(value, at, EDITION_CODE_LENGTH, EDITION_CODE),
    );
  }

  years(name: string): number | undefined {
    return this.has(name) ? this.reader.int(this.from, name, this.path, 0, OLDEST) : undefined;
  }

  percent(): number {
    const value = this.from['percent'];
    if (typeof value === 'number' && value > 0 && value <= 100 && isNumberWithin(value, 2)) return value;
    this.reader.fail(`${this.path}.percent`, value === undefined ? 'common.required' : 'edition.rule_percent');
    return 100;
  }

  /** A day as it stands, or counted from the first day. */
  day(name: string): string | undefined {
    if (!this.has(name)) return undefined;
    const value = this.from[name];
    if (typeof value === 'string' && isDay(value)) return value;
    const { day, ...rest } = typeof value === 'object' ? (value as { day?: unknown }) : {};
    if (Number.isSafeInteger(day) && Math.abs(day as number) <= 50_000 && Object.keys(rest).length === 0)
      return addDays(this.around.firstDay, day as number);
    this.reader.fail(`${this.path}.${name}`, 'edition.bad_day');
    return undefined;
  }

  atLeastOne(...names: string[]): void {
    if (!names.some((name) => this.has(name)))
      this.reader.fail(this.path, 'edition.rule_needs', { names: names.join(', ') });
  }

  exactlyOne(...names: string[]): void {
    if (names.filter((name) => this.has(name)).length !== 1)
      this.reader.fail(this.path, 'edition.rule_needs_one', { names: names.join(', ') });
  }

  inOrder<Value extends number | string>(name: string, low: Value | undefined, high: Value | undefined): void {
    if (low !== undefined && high !== undefined && high < low && !this.reader.told(`${this.path}.${name}`))
      this.reader.fail(`${this.path}.${name}`, 'edition.range_limits');
  }
}

/** Only what is there. */
function given<Values extends Record<string, unknown>>(
  values: Values,
): { [Name in keyof Values]?: Exclude<Values[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
