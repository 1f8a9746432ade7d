import { newId } from '@haishi/kernel';
import { instant } from './database.mjs';
import { insertAll } from './identity.mjs';

const ROWS_AT_ONCE = 10_000;
/** Between one project handed in and the next. */
const EACH_MS = 37_000;

export const DIVISIONS = ['EIT', 'BIO', 'EQP', 'FOOD'];
export const REGIONS = ['EUA', 'ASIA', 'BJ', 'XA', 'HZ'];
const FIELDS = ['IC', 'DRUG', 'ROBOT', 'READY', 'AI'];
const GROUPS = ['ENT', 'TEAM'];
const STATES = ['submitted', 'submitted', 'accepted', 'accepted', 'accepted', 'returned', 'rejected', 'withdrawn'];
const SUBJECTS = ['授时芯片', '肿瘤早筛试剂盒', '谷物烘干塔', '手术机器人', '固态电池', '乳清蛋白', '低空雷达'];
const WORDS = ['高精度', '低功耗', '面向北斗的', '基于多组学的', '无人值守', '产业化', '新一代'];

/** An edition under way and its stages, without a project. */
export function makeEdition() {
  const id = newId();
  return {
    id,
    rows: {
      editions: [
        {
          id,
          code: 'BENCH',
          nameZh: '创新创业大赛',
          nameEn: 'Innovation contest',
          timeZone: 'Asia/Shanghai',
          state: 'open',
          definition: '{}',
          version: 1,
          createdAt: instant(),
        },
      ],
    },
  };
}

/** Puts `count` projects that were handed in into a place, each with its submission. */
export async function insertProjects(place, edition, count) {
  for (let start = 1; start <= count; start += ROWS_AT_ONCE)
    await insertAll(place, makeProjects(edition, start, Math.min(start + ROWS_AT_ONCE - 1, count), count));
}

function makeProjects(edition, first, last, count) {
  const rows = { projects: [], project_submissions: [] };
  const begun = Date.now() - count * EACH_MS;
  for (let number = first; number <= last; number += 1) {
    // Independent of each other, and the same on each run.
    const pick = (some, salt) => some[Math.floor(fraction(number * 31 + salt) * some.length)];
    const id = newId();
    const ownerId = newId();
    const division = pick(DIVISIONS, 1);
    const title = `${pick(WORDS, 2)}${pick(SUBJECTS, 3)}研制与${pick(WORDS, 4)}应用示范（${number}）`;
    const at = instant(begun + number * EACH_MS);
    rows.projects.push({
      id,
      editionId: edition.id,
      ownerId,
      number: `BENCH-${division}-${String(number).padStart(5, '0')}`,
      state: pick(STATES, 5),
      title,
      titleKey: title.toLowerCase().replace('（', '(').replace('）', ')'),
      summary: '自主设计、工艺成熟，已完成中试并与三家用户签订试用协议，拟在石家庄建设生产线。'.repeat(12),
      language: 'zh',
      division,
      field: pick(FIELDS, 6),
      region: pick(REGIONS, 7),
      groupCode: pick(GROUPS, 8),
      organisationName: `石家庄第${1 + (number % 2_000)}科技有限公司`,
      organisationCountry: 'CN',
      organisationCode: '91130100MA00000012',
      landing: '["130102"]',
      undertaking: 1,
      submittedAt: at,
      submissions: 1,
      correctionDueAt: null,
      withdrawnAt: null,
      demo: 0,
      version: 2,
      createdAt: at,
      updatedAt: at,
    });
    rows.project_submissions.push({
      id: newId(),
      projectId: id,
      number: 1,
      requestKey: id,
      snapshot: '{}',
      byId: ownerId,
      at,
      late: number % 500 === 0 ? 'grace' : null,
    });
  }
  return rows;
}

/** A number from 0 to 1 that looks random. */
function fraction(seed) {
  const value = Math.sin(seed) * 43_758.545_3;
  return value - Math.floor(value);
}
