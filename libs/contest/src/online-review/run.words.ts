import type { LocalText } from '@haishi/contracts';
import type { AssignmentRelaxation, AssignmentViolation } from '@haishi/review';

/** How ids of a search are told to people. */
export interface RunNames {
  /** An entry's number. */
  entry(id: string): string;
  judge(id: string): string;
  group(code: string): LocalText;
  /** A kind of judge. */
  kind(code: string): LocalText;
}

const NAMED = 5;

/** A demand that is not met, and by how much. */
export function failingWords(violation: AssignmentViolation, names: RunNames): LocalText {
  switch (violation.kind) {
    case 'coverage':
      return {
        zh: `项目 ${names.entry(violation.entry)}：缺 ${violation.by} 位评委`,
        en: `Entry ${names.entry(violation.entry)}: ${violation.by} judges too few`,
      };
    case 'composition': {
      const { zh, en } = names.kind(violation.type);
      return {
        zh: `项目 ${names.entry(violation.entry)}：缺 ${violation.by} 位${zh}类评委`,
        en: `Entry ${names.entry(violation.entry)}: ${violation.by} judges of the type “${en}” too few`,
      };
    }
    case 'institution':
      return {
        zh: `项目 ${names.entry(violation.entry)}：同一单位的评委多出 ${violation.by} 位`,
        en: `Entry ${names.entry(violation.entry)}: ${violation.by} judges too many of one institution`,
      };
    case 'load_above':
      return {
        zh: `评委${names.judge(violation.judge)}：超出上限 ${violation.by} 项`,
        en: `${names.judge(violation.judge)}: ${violation.by} entries above the most they take on`,
      };
    case 'load_below':
      return {
        zh: `评委${names.judge(violation.judge)}：比下限少 ${violation.by} 项`,
        en: `${names.judge(violation.judge)}: ${violation.by} entries below the least`,
      };
    case 'disconnected': {
      const { zh, en } = names.group(violation.group);
      return {
        zh: `${zh}：评委与项目分成互不相连的 ${violation.by + 1} 部分`,
        en: `${en}: judges and entries fall into ${violation.by + 1} unconnected parts`,
      };
    }
    case 'shared': {
      const { zh, en } = names.group(violation.group);
      const [one, other] = violation.panels.map(names.judge);
      return {
        zh: `${zh}：评委${one}与${other}共评的项目少 ${violation.by} 项`,
        en: `${en}: ${one} and ${other} share ${violation.by} entries too few`,
      };
    }
    case 'home_region':
      return {
        zh: `项目 ${names.entry(violation.entry)}：评委不评所在赛区的项目，而${names.judge(violation.judge)}在该赛区`,
        en: `Entry ${names.entry(violation.entry)}: no judge of the entry’s own region, which ${names.judge(violation.judge)} is`,
      };
    case 'language':
      return {
        zh: `项目 ${names.entry(violation.entry)}：评委须申报项目所用的语言，而${names.judge(violation.judge)}没有申报`,
        en: `Entry ${names.entry(violation.entry)}: no judge who did not declare its language, which ${names.judge(violation.judge)} did not`,
      };
    default:
      return {
        zh: `项目 ${names.entry(violation.entry)} 与评委${names.judge(violation.judge)}不能配对`,
        en: `Entry ${names.entry(violation.entry)} and ${names.judge(violation.judge)} cannot be paired`,
      };
  }
}

/** What alone would let every demand be met. */
export function relaxationWords(relaxation: AssignmentRelaxation, names: RunNames): LocalText {
  switch (relaxation.kind) {
    case 'coverage': {
      const { zh, en } = listOf(relaxation.entries.map(names.entry));
      return {
        zh: `共少派 ${relaxation.fewer} 位评委（项目 ${zh}）`,
        en: `${relaxation.fewer} judges fewer in all (entries ${en})`,
      };
    }
    case 'ceiling':
    case 'floor': {
      const { zh, en } = listOf(
        relaxation.judges.map(({ judge, from, to }) => `${names.judge(judge)} ${from} → ${to}`),
      );
      return relaxation.kind === 'ceiling'
        ? { zh: `提高评审项目数上限：${zh}`, en: `More entries for some judges: ${en}` }
        : { zh: `降低评审项目数下限：${zh}`, en: `Fewer entries for some judges: ${en}` };
    }
    case 'composition': {
      const { zh, en } = listOf(
        relaxation.waived.map(({ entry, type }) => `${names.entry(entry)} ${names.kind(type).zh}`),
        relaxation.waived.map(({ entry, type }) => `${names.entry(entry)} ${names.kind(type).en}`),
      );
      return { zh: `放宽评委类型要求：${zh}`, en: `Types of judges waived: ${en}` };
    }
    case 'institution': {
      const { zh, en } = listOf(
        relaxation.waived.map(({ entry, institution }) => `${names.entry(entry)} ${institution}`),
      );
      return { zh: `允许同一单位的评委：${zh}`, en: `Judges of one institution allowed: ${en}` };
    }
    case 'home_region':
    case 'language': {
      const { zh, en } = listOf(
        relaxation.waived.map(({ entry, judge }) => `${names.entry(entry)} ${names.judge(judge)}`),
      );
      return relaxation.kind === 'home_region'
        ? { zh: `允许评委评审所在赛区的项目：${zh}`, en: `Judges on entries of their own region: ${en}` }
        : {
            zh: `允许评委评审未申报语言的项目：${zh}`,
            en: `Judges on entries in a language that they did not declare: ${en}`,
          };
    }
    case 'overlap':
      return {
        zh: `任意两位评委至少共评的项目数由 ${relaxation.from} 降为 ${relaxation.to}`,
        en: `Entries that any two judges share: ${relaxation.from} → ${relaxation.to}`,
      };
  }
}

function listOf(zh: readonly string[], en: readonly string[] = zh): LocalText {
  const rest = zh.length - NAMED;
  return {
    zh: zh.slice(0, NAMED).join('、') + (rest > 0 ? ` 等 ${zh.length} 项` : ''),
    en: en.slice(0, NAMED).join(', ') + (rest > 0 ? ` and ${rest} more` : ''),
  };
}
