import { randomUUID } from 'node:crypto';
import { newId } from '@haishi/kernel';
import { defaultPlan } from '../../../libs/contest/dist/online-review/round.rules.js';
import { instant } from './database.mjs';
import { insertProjects, makeEdition } from './projects.mjs';
import { RUBRIC } from './stage.mjs';

const JUDGES = 400;

/** The plain mean of all sheets. */
export const MEAN = {
  dropHighest: 0,
  dropLowest: 0,
  minValid: 3,
  decimals: 2,
  ties: [{ by: 'criterion', code: 'TECH' }, { by: 'untrimmed' }],
};

/**
 * A closed online review of accepted projects, each with `sheets` sheets of judges that differ in how harsh they are, and
 * with one judge more who was given it and scored nothing yet.
 */
export async function seedRound(place, { entries: count, sheets }) {
  const edition = makeEdition();
  for (const [table, rows] of Object.entries(edition.rows)) await place.insert(table, rows);
  const made = [];
  const accepted = (rows) => {
    const all = rows.map((row) => ({ ...row, state: 'accepted' }));
    made.push(...all);
    return all;
  };
  const seen = { insert: (table, rows) => place.insert(table, table === 'projects' ? accepted(rows) : rows) };
  await insertProjects({ ...place, ...seen }, edition, count);
  const roundId = newId();
  const now = instant();
  await place.insert('panels', [
    {
      id: roundId,
      contextType: 'online_review',
      contextId: roundId,
      rubric: JSON.stringify(RUBRIC),
      aggregation: JSON.stringify(MEAN),
      judging: 'assigned',
      revision: 0,
      createdAt: now,
    },
  ]);
  await place.insert('review_rounds', [
    {
      id: roundId,
      editionId: edition.id,
      stageCode: 'ONLINE',
      state: 'closed',
      plan: JSON.stringify(defaultPlan(sheets)),
      createdAt: now,
      openedAt: now,
      closedAt: now,
      confirmedAt: null,
    },
  ]);
  const judges = Array.from({ length: JUDGES }, () => randomUUID());
  const entries = made.map((project) => ({
    id: newId(),
    roundId,
    editionId: edition.id,
    stageCode: 'ONLINE',
    projectId: project.id,
    number: project.number,
    title: project.title,
    team: project.organisationName,
    division: project.division,
    field: project.field,
    region: project.region,
    submission: 1,
    score: null,
    raw: null,
    adjusted: null,
    tieValues: '[]',
    place: null,
  }));
  await place.insert('review_entries', entries);
  await place.insert(
    'score_sheets',
    entries.flatMap(({ id }, at) =>
      Array.from({ length: sheets }, (_, sheet) => sheetRow(roundId, id, at, sheet, judges, now)),
    ),
  );
  const rows = entries.map(({ id }, at) => ({ id, at, judge: judgeOf(at, sheets) }));
  await place.insert(
    'panel_seats',
    judges.map((personId, at) => ({
      id: newId(),
      panelId: roundId,
      seatNo: at + 1,
      personId,
      kind: 'technical',
      organisationName: 'University',
      creditCode: null,
    })),
  );
  await place.insert(
    'panel_entries',
    rows.map(({ id, at }) => ({
      id,
      panelId: roundId,
      externalId: entries[at].projectId,
      position: at + 1,
      state: 'open',
    })),
  );
  await place.insert(
    'entry_results',
    rows.map(({ id }) => ({
      entryId: id,
      panelId: roundId,
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
  );
  await place.insert(
    'assigned_pairs',
    rows.flatMap(({ id, at }) =>
      Array.from({ length: sheets + 1 }, (_, sheet) => ({
        id: newId(),
        panelId: roundId,
        entryId: id,
        personId: judges[judgeOf(at, sheet)],
        locked: 0,
        declaredAt: now,
        at: now,
        madeBy: 'bench',
      })),
    ),
  );
  return { roundId, waiting: rows.map(({ id, judge }) => ({ entryId: id, personId: judges[judge] })) };
}

/** The judge, from 0, to whom an entry's sheet belongs. */
const judgeOf = (entry, sheet) => (entry * 7 + sheet * 131) % JUDGES;

function sheetRow(panelId, entryId, at, sheet, judges, now) {
  const seat = judgeOf(at, sheet);
  const scores = Object.fromEntries(
    RUBRIC.criteria.map(({ code, max, step }, index) => {
      const share = 0.55 + 0.4 * Math.abs(Math.sin(at * 13.7 + sheet * 3.1 + index));
      return [code, Math.floor((max * share) / step) * step];
    }),
  );
  return {
    id: newId(),
    panelId,
    entryId,
    personId: judges[seat],
    seatNo: seat + 1,
    scores: JSON.stringify(scores),
    comment: '',
    total: Object.values(scores).reduce((sum, score) => sum + score, 0),
    revision: 1,
    sheetKey: newId(),
    state: 'stored',
    submittedAt: now,
    reopenedBy: null,
    reopenReason: null,
    keyedBy: null,
  };
}
