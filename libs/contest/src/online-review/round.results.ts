import { Database, inTurns, type SetColumn, updateRows, type Work } from '@haishi/platform';
import { type Aggregation, ReviewQueries, type Scores } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { ReviewRound } from './round.entity.js';
import { countedBy, type RoundOutcome, type RoundSheet } from './round.rules.js';

interface Pair {
  entryId: string;
  personId: string;
}

interface SheetRow extends Pair {
  seatNo: number | string;
  total: number | string;
  scores: string;
}

interface JudgedRow {
  id: string;
  division: string;
}

const ENTRIES = `SELECT id, division FROM review_entries WHERE roundId = ? ORDER BY number`;

/** Entries that are judged no longer: their project does not stand. */
const FALLEN = `SELECT e.id FROM projects p JOIN review_entries e ON e.projectId = p.id
WHERE e.roundId = ? AND p.editionId = ? AND p.state <> 'accepted'`;

/** Those whose project did not stand when the round was confirmed: whoever leaves later changes no result of others. */
const FALLEN_BEFORE = `SELECT id FROM panel_entries WHERE panelId = ? AND state = 'withdrawn'`;

const SHEETS = `SELECT entryId, personId, seatNo, total, scores FROM score_sheets WHERE panelId = ? AND state <> 'struck'`;

const RECUSED = `SELECT entryId, personId FROM recusals WHERE panelId = ?`;

const RESULT_COLUMNS = {
  score: 'int',
  raw: 'int',
  adjusted: 'int',
  tieValues: 'text',
  place: 'int',
  tiedWith: 'int',
  compared: 'int',
  sharing: 'int',
} as const satisfies Record<string, SetColumn>;

/** What a round has come to, always worked out from the stored sheets. */
@Injectable()
export class RoundResults {
  constructor(
    private readonly review: ReviewQueries,
    private readonly database: Database,
  ) {}

  /** Of the entries whose project was not withdrawn before confirmation, with the sheets that count. */
  async of(round: ReviewRound): Promise<{ outcome: RoundOutcome; sheets: RoundSheet[] }> {
    const { entries: judged, sheets } = await this.judged(round);
    const aggregation = await this.aggregation(round.id);
    const rules = { aggregation, plan: round.plan, rulings: await this.review.rulings(round.id) };
    const { resultOf, outcomeOf } = countedBy(rules, judged, sheets);
    return { outcome: outcomeOf(await inTurns(judged, ({ id }) => resultOf(id))), sheets };
  }

  /** As {@link of}, without what they come to. */
  async judged(round: ReviewRound): Promise<{ entries: JudgedRow[]; sheets: RoundSheet[] }> {
    const entries = await this.database.query<JudgedRow>(ENTRIES, [round.id]);
    const fallen = await this.fallen(round);
    const judged = entries.filter(({ id }) => !fallen.has(id));
    return { entries: judged, sheets: await this.sheets(round.id, new Set(judged.map(({ id }) => id))) };
  }

  /** By which a round's sheets are counted. */
  async aggregation(roundId: string): Promise<Aggregation> {
    return (await this.review.panel(roundId))!.aggregation;
  }

  /** Stores what the entries came to, as it is confirmed. */
  async store(work: Work, { results, places }: RoundOutcome): Promise<void> {
    const ranked = new Map(places.map((one) => [one.entryId, one]));
    await updateRows(
      work,
      { table: 'review_entries', columns: RESULT_COLUMNS },
      results.map(({ entryId, score, raw, adjusted }) => {
        const place = ranked.get(entryId);
        return [
          entryId,
          score,
          raw.score,
          adjusted,
          JSON.stringify(raw.tieValues),
          place?.place ?? null,
          place?.explanation.tiedWith ?? null,
          place?.explanation.compared.length ?? null,
          place?.explanation.sharing ?? null,
        ];
      }),
    );
  }

  private async fallen(round: ReviewRound): Promise<Set<string>> {
    const rows =
      round.state === 'confirmed'
        ? await this.database.query<{ id: string }>(FALLEN_BEFORE, [round.id])
        : await this.database.query<{ id: string }>(FALLEN, [round.id, round.editionId]);
    return new Set(rows.map(({ id }) => id));
  }

  /** The sheets of these entries that count: not struck, of judges who are not recused. */
  private async sheets(panelId: string, entryIds: ReadonlySet<string>): Promise<RoundSheet[]> {
    const recused = await this.database.query<Pair>(RECUSED, [panelId]);
    const left = new Set(recused.map(keyOf));
    // In one statement: a hundred thousand rows looked up judge by judge take MariaDB half as long again.
    const rows = await this.database.query<SheetRow>(SHEETS, [panelId]);
    return inTurns(
      rows.filter((row) => entryIds.has(row.entryId) && (left.size === 0 || !left.has(keyOf(row)))),
      sheetOf,
    );
  }
}

const sheetOf = ({ entryId, personId, seatNo, total, scores }: SheetRow): RoundSheet => ({
  entryId,
  personId,
  seatNo: Number(seatNo),
  total: Number(total),
  scores: JSON.parse(scores) as Scores,
});

const keyOf = ({ entryId, personId }: Pair) => `${entryId} ${personId}`;
