import { randomBytes, randomUUID } from 'node:crypto';
import { instant } from './database.mjs';
import { signedIn } from './identity.mjs';

const JUDGES = 7;

const criterion = (code, zh, en, points) => ({
  code,
  name: { zh, en },
  max: points * 100,
  step: 50,
  weight: points * 100,
});

export const RUBRIC = {
  outOf: 10_000,
  criteria: [
    criterion('TECH', '技术创新', 'Technology and innovation', 30),
    criterion('MARKET', '商业模式与市场', 'Business model and market', 25),
    criterion('TEAM', '团队能力', 'Team', 20),
    criterion('FINANCE', '财务与融资', 'Finance and funding', 10),
    criterion('LANDING', '落地计划', 'Landing plan', 15),
  ],
  commentRequired: false,
};

const AGGREGATION = {
  dropHighest: 1,
  dropLowest: 1,
  minValid: 5,
  decimals: 2,
  ties: [{ by: 'criterion', code: 'TECH' }, { by: 'untrimmed' }],
};

/** One edition with `sessions` roadshow sessions of seven signed-in judges and `entries` projects each, all in scoring. */
export function makeStage({ sessions, entries }) {
  const now = instant();
  const editionId = randomUUID();
  const rows = {
    editions: [
      {
        id: editionId,
        code: 'BENCH',
        nameZh: '创新创业大赛',
        nameEn: 'Innovation contest',
        timeZone: 'Asia/Shanghai',
        state: 'open',
        definition: '{}',
        version: 1,
        createdAt: now,
      },
    ],
    edition_stages: [
      {
        id: randomUUID(),
        editionId,
        code: 'FINAL',
        kind: 'roadshow',
        position: 1,
        nameZh: '决赛',
        nameEn: 'Final',
        opensAt: null,
        closesAt: null,
        settings: '{}',
        state: 'open',
      },
    ],
  };
  const made = Array.from({ length: sessions }, (_, index) => makeSession(editionId, index + 1, entries, now));
  for (const { rows: own } of made) for (const [table, some] of Object.entries(own)) (rows[table] ??= []).push(...some);
  return { rows, editionId, sessions: made.map(({ id, judges, entryIds }) => ({ id, judges, entryIds })) };
}

function makeSession(editionId, number, entries, now) {
  const id = randomUUID();
  const { people, rows } = signedIn(JUDGES, 'judge', 'session', id);
  const entryIds = Array.from({ length: entries }, () => randomUUID());
  const personRows = rows.persons.map((row, index) => ({ ...row, mail: `judge${number}.${index + 1}@bench.example` }));
  return {
    id,
    judges: people.map((person, index) => ({ ...person, seatNo: index + 1, sessionId: id })),
    entryIds,
    rows: {
      ...rows,
      persons: personRows,
      panels: [
        {
          id,
          contextType: 'roadshow',
          contextId: id,
          rubric: JSON.stringify(RUBRIC),
          aggregation: JSON.stringify(AGGREGATION),
          revision: 0,
          createdAt: now,
        },
      ],
      panel_seats: people.map((person, index) => ({
        id: randomUUID(),
        panelId: id,
        seatNo: index + 1,
        personId: person.id,
        kind: 'technical',
        organisationName: `单位 ${index + 1}`,
        creditCode: null,
      })),
      panel_entries: entryIds.map((entryId, index) => ({
        id: entryId,
        panelId: id,
        externalId: randomUUID(),
        position: index + 1,
        state: 'open',
      })),
      entry_results: entryIds.map((entryId) => ({
        entryId,
        panelId: id,
        score: null,
        untrimmed: null,
        valid: 0,
        droppedHighest: '[]',
        droppedLowest: '[]',
        tieValues: '[]',
        place: null,
        explanation: null,
        updatedAt: now,
      })),
      roadshow_sessions: [
        {
          id,
          editionId,
          stageCode: 'FINAL',
          regionCode: null,
          name: `决赛第 ${number} 场`,
          room: '大剧院',
          timeZone: 'Asia/Shanghai',
          state: 'running',
          pitchSeconds: 480,
          questionSeconds: 300,
          currentEntryId: entryIds[0],
          phase: 'scoring',
          phaseStartedAt: now,
          phaseSeconds: 0,
          pausedAt: null,
          drawSeed: randomBytes(32).toString('hex'),
          drawnAt: now,
          createdAt: now,
        },
      ],
      roadshow_entries: entryIds.map((entryId, index) => ({
        id: entryId,
        sessionId: id,
        editionId,
        stageCode: 'FINAL',
        projectId: randomUUID(),
        number: `BENCH-${number}-${index + 1}`,
        title: `新一代智能检测装备 ${index + 1}`,
        team: `创业团队 ${index + 1}`,
        groupCode: 'ENT',
        groupName: JSON.stringify({ zh: '企业组', en: 'Enterprises' }),
        divisionName: JSON.stringify({ zh: '高端装备', en: 'Equipment' }),
        position: index + 1,
        state: index === 0 ? 'onstage' : 'waiting',
        lockReason: null,
        shown: null,
        shownTies: null,
        shownAt: null,
        place: null,
        placeBefore: null,
        explanation: null,
      })),
    },
  };
}
