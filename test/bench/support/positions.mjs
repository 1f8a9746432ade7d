import { POSITION_CATEGORIES, POSITION_DEGREES, POSITION_UNIVERSITIES } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { COUNTIES } from '@haishi/reference';
import { instant } from './database.mjs';
import { insertAll } from './identity.mjs';

const EMPLOYERS = 245;
const ROWS_AT_ONCE = 10_000;

export const ZONES = [
  { code: 'EIT', zh: '新一代电子信息', en: 'Next-generation electronic information' },
  { code: 'BIO', zh: '生物医药', en: 'Biomedicine' },
  { code: 'EQP', zh: '先进装备制造', en: 'Advanced equipment manufacturing' },
  { code: 'FOOD', zh: '现代食品', en: 'Modern food' },
  { code: 'TRADE', zh: '现代商贸物流', en: 'Modern trade and logistics' },
];
const FIELDS = [
  '射频芯片',
  '嵌入式软件',
  '药物合成',
  '抗体发现',
  '机器人运动',
  '复合材料',
  '乳品工艺',
  '冷链物流',
  '数据',
];
const POSTS = ['设计工程师', '测试工程师', '研究员', '项目经理', '首席科学家', '工艺主管', '质量工程师'];
const PAYS = [null, 80_000, 120_000, 150_000, 180_000, 200_000, 260_000, 300_000, 500_000];

/** A day of the fair's zone, `2026-06-30`. */
export function dayFromNow(days) {
  return new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

/** An open fair with its employers and no position. */
export function makeFair() {
  const id = newId();
  const now = instant();
  const employers = Array.from({ length: EMPLOYERS }, (_, index) => ({
    id: newId(),
    fairId: id,
    organisationId: newId(),
    activeKey: `${id}/${index}`,
    organisationName: `石家庄第${index + 1}研究院`,
    zone: ZONES[index % ZONES.length].code,
    publishContact: 0,
    state: 'approved',
    stateReason: null,
    appliedBy: newId(),
    appliedAt: now,
    decidedBy: null,
    decidedAt: null,
    version: 1,
  }));
  const number = 1;
  return {
    id,
    number,
    employers,
    rows: {
      fairs: [
        {
          id,
          code: 'BENCH',
          number,
          name: JSON.stringify({ zh: '高层次人才交流洽谈会', en: 'Talent fair' }),
          venue: JSON.stringify({ zh: '国际会展中心', en: 'Convention centre' }),
          timeZone: 'Asia/Shanghai',
          days: JSON.stringify([{ date: dayFromNow(30), opens: '09:00', closes: '16:00' }]),
          zones: JSON.stringify(ZONES),
          gates: JSON.stringify(['东门']),
          permitNumber: null,
          approvedCapacity: 6000,
          employerSignInBy: '09:30',
          applyBy: null,
          state: 'open',
          demo: 0,
          createdAt: now,
          version: 1,
        },
      ],
      participations: employers,
    },
  };
}

/** Puts `count` approved positions of `fair` into a place. */
export async function insertPositions(place, fair, count) {
  for (let start = 1; start <= count; start += ROWS_AT_ONCE)
    await insertAll(place, makePositions(fair, start, Math.min(start + ROWS_AT_ONCE - 1, count)));
  await insertAll(place, { position_counters: [{ fairId: fair.id, lastNumber: count, listedSeq: count }] });
}

/** Positions number `first` to `last`, with the words of their titles. */
function makePositions(fair, first, last) {
  const now = instant();
  const degrees = Object.keys(POSITION_DEGREES);
  const categories = Object.keys(POSITION_CATEGORIES);
  const universities = Object.keys(POSITION_UNIVERSITIES);
  const rows = { positions: [], position_terms: [] };
  for (let number = first; number <= last; number += 1) {
    // Independent of each other, and the same on each run.
    const pick = (some, salt) => some[Math.floor(fraction(number * 31 + salt) * some.length)];
    const employer = pick(fair.employers, 1);
    const title = `${pick(FIELDS, 2)}${pick(POSTS, 3)}`;
    const payMin = pick(PAYS, 4);
    rows.positions.push({
      id: newId(),
      fairId: fair.id,
      participationId: employer.id,
      organisationId: employer.organisationId,
      number,
      rowKey: `${title}|${number}`,
      title,
      category: pick(categories, 5),
      headcount: 1 + (number % 9),
      degree: pick(degrees, 6),
      degreeType: 'any',
      majors: '不限',
      university: pick(universities, 7),
      titleRank: 'any',
      experience: 'any',
      payMin,
      payMax: payMin === null ? null : payMin * 2,
      benefits: '五险一金、人才公寓',
      workplace: '石家庄市长安区',
      duties: '负责产品的研发、试验与改进，编写技术文件，与生产部门一起解决问题。'.repeat(5),
      contactName: '联系人',
      contactPhone: '0311-80000000',
      contactMail: 'hr@bench.example',
      validUntil: dayFromNow(10 + (number % 60)),
      zone: pick(ZONES, 8).code,
      countyCode: pick(COUNTIES, 9).code,
      state: 'approved',
      stateReason: null,
      flags: '[]',
      openFlags: 0,
      submittedAt: now,
      decidedBy: null,
      decidedAt: now,
      listedSeq: number,
      createdAt: now,
      updatedAt: now,
      version: 1,
    });
    for (const term of termsOf(title))
      rows.position_terms.push({ fairNumber: fair.number, term, positionNumber: number });
  }
  return rows;
}

function termsOf(text) {
  return new Set([...text].map((_, at) => text.slice(at, at + 2)));
}

/** A number from 0 to 1 that looks random. */
function fraction(seed) {
  const value = Math.sin(seed) * 43_758.545_3;
  return value - Math.floor(value);
}
