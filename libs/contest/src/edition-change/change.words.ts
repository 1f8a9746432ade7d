import { listed, type LocalText } from '@haishi/contracts';
import { deadlineText } from '../project/deadline-text.js';
import type { Difference, Json } from './difference.rules.js';
import { stagesNamed } from '../edition/ties.rules.js';
import { nameOfPart, wordOfValue } from './part.words.js';

const POINT_FIELDS = ['max', 'step', 'weight', 'outOf'];
const DATE_FIELDS = ['opensAt', 'closesAt'];
/** Parts of which a new or a removed member is told with everything it says. */
const TOLD_WHOLE = ['questions', 'rules', 'returnReasons', 'rejectReasons'];
const IN_THE_HEAD = ['code', 'name', 'text'];
const REFERENCES: Record<string, string> = {
  groups: 'groups',
  question: 'questions',
  ties: 'rubric.criteria',
  stage: 'stages',
  region: 'regions',
  division: 'divisions',
  type: 'judgeKinds',
};

/** Where a difference stands, in words: “参赛领域 › 生物医药 › 名称 › 中文”. Names are those of the newer file. */
export function placeWords(path: string, before: Json, after: Json): LocalText {
  const zh: string[] = [];
  const en: string[] = [];
  let [old, now] = [before, after];
  const names = path.split('.');
  for (const [index, name] of names.entries()) {
    const listed = Array.isArray(old) || Array.isArray(now);
    [old, now] = [within(old, name), within(now, name)];
    const words = listed
      ? (localOf(now) ?? localOf(old) ?? memberOf(names[index - 1]!, name, after) ?? { zh: name, en: name })
      : nameOfPart(names[index - 1] === 'costs' ? 'costs' : names[0]!, name);
    zh.push(words.zh);
    en.push(words.en);
  }
  return { zh: zh.join(' › '), en: en.join(' › ') };
}

/** What a value says, in words; null where there is none. `file` is the one that it stands in, for names of what it refers to. */
export function valueWords(
  { path }: Pick<Difference, 'path'>,
  value: Json,
  timeZone: string,
  file: Json = null,
): LocalText | null {
  if (value === null) return null;
  const names = path.split('.');
  const name = names.at(-1)!;
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (Array.isArray(value)) {
    return listed(value.map((one) => valueWords({ path }, one, timeZone, file) ?? { zh: '', en: '' }));
  }
  if (typeof value === 'object') return partWords(names, value, timeZone, file);
  if (typeof value === 'number') return both(numberText(name, path, value));
  if (DATE_FIELDS.includes(name)) return both(deadlineText(new Date(value), timeZone));
  return referredTo(name, value, file) ?? wordOfValue(name, value) ?? both(value);
}

function partWords(names: readonly string[], value: { [name: string]: Json }, timeZone: string, file: Json): LocalText {
  const [part, name] = [names[0]!, names.at(-1)!];
  if (TOLD_WHOLE.includes(part) && names.length === 2) return wholeWords(part, value, timeZone, file);
  if (name === 'composition') {
    const type = valueWords({ path: 'type' }, value['type'] ?? null, timeZone, file) ?? both('');
    return {
      zh: `${type.zh}至少 ${String(value['atLeast'])} 位`,
      en: `${type.en} at least ${String(value['atLeast'])}`,
    };
  }
  if (name === 'plan') return lineWords(part, value, timeZone, file);
  const list = codeOf(value) === name ? names.at(-2)! : name;
  return objectWords(value, timeZone, name === 'costs' ? name : part, file, list);
}

/** A question or a condition with all that it asks, a line for each. */
function wholeWords(part: string, value: { [name: string]: Json }, timeZone: string, file: Json): LocalText {
  const head = objectWords(value, timeZone, '', file);
  const rest = Object.fromEntries(Object.entries(value).filter(([name]) => !IN_THE_HEAD.includes(name)));
  const lines = lineWords(part, rest, timeZone, file);
  return lines.zh === '' ? head : { zh: `${head.zh}\n${lines.zh}`, en: `${head.en}\n${lines.en}` };
}

/** A line for each value. */
function lineWords(part: string, value: { [name: string]: Json }, timeZone: string, file: Json): LocalText {
  const lines = Object.entries(value).flatMap(([name, inner]) => {
    const words = valueWords({ path: `${part}..${name}` }, inner, timeZone, file);
    return words === null ? [] : [{ name: nameOfPart(part, name), words }];
  });
  return {
    zh: lines.map(({ name, words }) => `${name.zh}：${words.zh}`).join('\n'),
    en: lines.map(({ name, words }) => `${name.en}: ${words.en}`).join('\n'),
  };
}

/** The name of a group, or of a question, that is referred to by its code. */
function referredTo(name: string, code: string, file: Json): LocalText | undefined {
  const [stage] = name === 'ties' ? stagesNamed([code]) : [];
  if (stage !== undefined) {
    const { zh, en } = memberOf('stages', stage, file) ?? both(stage);
    return { zh: `${zh}成绩`, en: `score of ${en}` };
  }
  const list = REFERENCES[name];
  return list === undefined ? undefined : memberOf(list, code, file);
}

/** What a member of one of the file's own lists is called. */
function memberOf(list: string, code: string, file: Json): LocalText | undefined {
  return localOf(within(list.split('.').reduce(within, file), code));
}

/** `list` is what the list is called that the object stands in, where it stands in one. */
function objectWords(
  value: { [name: string]: Json },
  timeZone: string,
  part: string,
  file: Json,
  list = '',
): LocalText {
  const local = localOf(value);
  if (local) return { zh: `${local.zh}（${codeOf(value)}）`, en: `${local.en} (${codeOf(value)})` };
  if (typeof value['zh'] === 'string' && typeof value['en'] === 'string') return { zh: value['zh'], en: value['en'] };
  const parts = Object.entries(value).map(([name, inner]) => {
    const member = name === 'code' ? memberOf(list, String(inner), file) : undefined;
    if (member) return { name: nameOfPart('', list), words: member };
    const words = valueWords({ path: `${part}..${name}` }, inner, timeZone, file) ?? { zh: '', en: '' };
    return { name: nameOfPart(part, name), words };
  });
  return {
    zh: parts.map(({ name, words }) => `${name.zh}：${words.zh}`).join('；'),
    en: parts.map(({ name, words }) => `${name.en}: ${words.en}`).join('; '),
  };
}

function numberText(name: string, path: string, value: number): string {
  if (name === 'permille') return `${value / 10}%`;
  if (name === 'maxSize') return `${Math.round((value / (1024 * 1024)) * 100) / 100} MB`;
  if (name === 'divergence') return String(value / 100);
  return path.startsWith('rubric.') && POINT_FIELDS.includes(name) ? String(value / 100) : String(value);
}

function within(value: Json, name: string): Json {
  if (Array.isArray(value)) return value.find((one) => codeOf(one) === name) ?? null;
  return typeof value === 'object' && value !== null ? (value[name] ?? null) : null;
}

function codeOf(value: Json): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value['code'] ?? null) : null;
}

/** The name of a member of a list; the text of a rule, which has none. */
function localOf(value: Json): LocalText | undefined {
  if (codeOf(value) === null) return undefined;
  const { name = null, text = null } = value as { name?: Json; text?: Json };
  const words = name ?? text;
  if (typeof words !== 'object' || words === null || Array.isArray(words)) return undefined;
  return { zh: String(words['zh']), en: String(words['en']) };
}

function both(text: string): LocalText {
  return { zh: text, en: text };
}
