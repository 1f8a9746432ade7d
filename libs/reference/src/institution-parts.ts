import { normaliseWidth, withoutUnseen } from '@haishi/kernel';

/** A name of which a text may name a part 二级单位, such as a school, a department or a campus. */
export interface Whole {
  name: string;
  /** It reads as a university's, also where nobody knows it. */
  university: boolean;
}

const PART =
  /(?:学院|书院|研究生院|研究院|研究所|工程院|实验室|研究室|教研室|课题组|中心|学部|部|系|所|校区|分校|图书馆|处|办公室)$/u;
/** Of a university by name alone: hospitals, schools for children, companies and what they found. 北京大学生… is no university. */
const NO_PART =
  /^[生城路堂]|医院|附属|附中|附小|中学|小学|幼儿园|公司|集团|科技园|产业|企业|孵化|出版社|设计院|设计研究院|事务所|门诊|医[学疗]中心|诊疗|基金会|校友会|大学/u;
const PLACE = /^\(\p{Script=Han}{2,6}\)$/u;

/** The wholes that a Chinese name may begin with, the longest first; `text` as names are compared. */
export function* wholesOfHan(text: string): Generator<Whole> {
  for (let end = text.length - 1; end > 1; end -= 1) {
    const name = text.slice(0, end);
    if (!/(?:大学|大|学院|\))$/.test(name)) continue;
    const rest = text.slice(end);
    const part = PART.test(rest.replace(/^\((.+)\)$/u, '$1')) && !NO_PART.test(rest);
    if (part || PLACE.test(rest)) yield { name, university: part && /^\p{Script=Han}{2,}大学$/u.test(name) };
  }
}

const UNITS = 'school|department|dept\\.?|faculty|college|institute|laboratory|lab|centre|center|division|campus';
const UNIT = new RegExp(`^(?:the )?(?:${UNITS}) (?:of|for)\\b|\\b(?:${UNITS})$`, 'i');
const NO_UNIT =
  /\b(?:hospital|clinic|medical cent(?:er|re)|affiliated|press|company|co|ltd|limited|inc|corporation|corp|llc|holdings|group|park)\b/i;
/** School of Medicine of Peking University, Peking University School of Medicine, Peking University Shenzhen Graduate School. */
const IN_ONE = [
  new RegExp(`^(?:the )?(?:${UNITS}) (?:of|for) .+? (?:of|at) (?:the )?(?<whole>(?:\\S+ )*university\\b.*)$`, 'i'),
  new RegExp(`^(?<whole>.*\\buniversity\\b.*?) (?:graduate )?(?:${UNITS}) (?:of|for) .+$`, 'i'),
  new RegExp(`^(?<whole>.*\\buniversity) (?:\\S+ )*(?:${UNITS})$`, 'i'),
];

/** The wholes that a name in Latin letters may have in it, the likeliest first. */
export function* wholesOfLatin(text: string): Generator<Whole> {
  const plain = normaliseWidth(withoutUnseen(text)).replace(/\s+/g, ' ');
  if (/\p{Script=Han}/u.test(plain) || NO_UNIT.test(plain)) return;
  const parts = plain
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const rest = parts.filter((part) => !UNIT.test(part));
  if (rest.length > 0 && rest.length < parts.length) {
    // What follows a university's name tells its campus, or its town alone.
    for (let count = rest.length; count > 0; count -= 1)
      yield { name: rest.slice(0, count).join(', '), university: false };
    yield { name: rest.join(', '), university: /\buniversity\b/i.test(rest[0]!) };
  }
  for (const pattern of IN_ONE) {
    const whole = pattern.exec(plain)?.groups?.['whole'];
    if (whole !== undefined) yield { name: whole, university: true };
  }
}
