import { Database, inTurns, LongReads, type SetColumn, updateRows, type Work } from '@haishi/platform';
import { type Aggregation, ReviewQueries, type Scores } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import type { ReviewRound } from './round.entity.js';
import { RoundQueries } from './round.queries.js';
import { countedBy, type RoundOutcome, type RoundSheet } from './counting.rules.js';

interface Pair {
  entryId: string;
  personId: string;
}

interface SheetRow extends Pair {
  seatNo: number | string;
  total: number | string;
  scores: string;
}

/** Where rows are read: in the open unit of work, or beside it. */
interface Reading {
  query<Row>(sql: string, parameters: readonly string[]): Promise<Row[]>;
}

/** Sheets of a round that are read at once. */
const MOST_ROWS = 1_000_000;

interface JudgedRow {
  id: string;
  division: string;
}

const ENTRIES = `SELECT id, division FROM review_entries WHERE roundId = ? ORDER BY number`;

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
    private readonly rounds: RoundQueries,
    private readonly database: Database,
    private readonly reads: LongReads,
  ) {}

  private readonly besides: Reading = {
    query: (sql, parameters) => this.reads.rows(sql, parameters, MOST_ROWS),
  };

  /** Of the entries whose project was not withdrawn before confirmation, with the sheets that count. */
  of(round: ReviewRound): Promise<{ outcome: RoundOutcome; sheets: RoundSheet[] }> {
    return this.workedOut(round, this.database);
  }

  /** {@link of} beside the live work, as it was committed last. */
  committed(round: ReviewRound): Promise<{ outcome: RoundOutcome; sheets: RoundSheet[] }> {
    return this.workedOut(round, this.besides);
  }

  /** As {@link of}, without what they come to. */
  judged(round: ReviewRound): Promise<{ entries: JudgedRow[]; sheets: RoundSheet[] }> {
    return this.judgedBy(round, this.database);
  }

  /** {@link judged} beside the live work, as it was committed last. */
  committedSheets(round: ReviewRound): Promise<{ entries: JudgedRow[]; sheets: RoundSheet[] }> {
    return this.judgedBy(round, this.besides);
  }

  private async workedOut(round: ReviewRound, from: Reading): Promise<{ outcome: RoundOutcome; sheets: RoundSheet[] }> {
    const { entries: judged, sheets } = await this.judgedBy(round, from);
    const aggregation = await this.aggregation(round.id);
    const rules = { aggregation, plan: round.plan, rulings: await this.review.rulings(round.id) };
    const { resultOf, outcomeOf } = countedBy(rules, judged, sheets);
    return { outcome: outcomeOf(await inTurns(judged, ({ id }) => resultOf(id))), sheets };
  }

  private async judgedBy(round: ReviewRound, from: Reading): Promise<{ entries: JudgedRow[]; sheets: RoundSheet[] }> {
    const entries = await from.query<JudgedRow>(ENTRIES, [round.id]);
    const fallen = await this.fallen(round, from);
    const judged = entries.filter(({ id }) => !fallen.has(id));
    return { entries: judged, sheets: await this.sheets(round.id, new Set(judged.map(({ id }) => id)), from) };
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

  private async fallen(round: ReviewRound, from: Reading): Promise<Set<string>> {
    if (round.state !== 'confirmed') return this.rounds.withdrawn(round.id);
    const rows = await from.query<{ id: string }>(FALLEN_BEFORE, [round.id]);
    return new Set(rows.map(({ id }) => id));
  }

  /** The sheets of these entries that count: not struck, of judges who are not recused. */
  private async sheets(panelId: string, entryIds: ReadonlySet<string>, from: Reading): Promise<RoundSheet[]> {
    const recused = await from.query<Pair>(RECUSED, [panelId]);
    const left = new Set(recused.map(keyOf));
    // In one statement: a hundred thousand rows looked up judge by judge take MariaDB half as long again.
    const rows = await from.query<SheetRow>(SHEETS, [panelId]);
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
