import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Answers } from '@haishi/contracts';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { ChangeFacts } from './assessment.rules.js';

/** Projects read before others are answered. */
const AT_ONCE = 500;

const ANSWERS = `SELECT id, state, submissions, answers FROM projects
WHERE editionId = ? AND id > ? AND answers IS NOT NULL ORDER BY id LIMIT ?`;

interface AnswerRow {
  id: string;
  state: string;
  submissions: number | string;
  answers: string;
}

/** How many projects answered what; answers are JSON to the database, so they are counted here. */
@Injectable()
export class AnswerFacts {
  constructor(private readonly database: Database) {}

  async of(editionId: string): Promise<ChangeFacts['answers']> {
    const counts = new Map<string, { answer: string; drafts: number; submitted: number; returned: number }>();
    for (let after = ''; ;) {
      const rows = await this.database.query<AnswerRow>(ANSWERS, [editionId, after, AT_ONCE]);
      for (const { state, submissions, answers } of rows)
        for (const answer of named(JSON.parse(answers) as Answers)) {
          const count = counts.get(answer) ?? { answer, drafts: 0, submitted: 0, returned: 0 };
          if (Number(submissions) > 0) count.submitted += 1;
          else if (state === 'draft') count.drafts += 1;
          if (state === 'returned') count.returned += 1;
          counts.set(answer, count);
        }
      if (rows.length < AT_ONCE) break;
      after = rows.at(-1)!.id;
      await nextTurn();
    }
    return [...counts.values()];
  }
}

/** Each answer by its question and, as options are told by their code, by question and code. */
function named(answers: Answers): string[] {
  return Object.entries(answers).flatMap(([code, answer]) => [
    code,
    ...[answer].flat().flatMap((one) => (typeof one === 'string' ? [`${code}.${one}`] : [])),
  ]);
}
