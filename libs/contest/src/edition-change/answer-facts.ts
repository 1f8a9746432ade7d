import type { Answers } from '@haishi/contracts';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull, Not } from 'typeorm';
import { Project } from '../project/project.entity.js';
import type { ChangeFacts } from './assessment.rules.js';

/** How many projects answered what; answers are JSON to the database, so they are counted here. */
@Injectable()
export class AnswerFacts {
  constructor(private readonly database: Database) {}

  async of(editionId: string): Promise<ChangeFacts['answers']> {
    const projects = await this.database.manager.find(Project, {
      select: { id: true, state: true, submissions: true, answers: true },
      where: { editionId: Equal(editionId), answers: Not(IsNull()) },
    });
    const counts = new Map<string, { answer: string; drafts: number; submitted: number }>();
    for (const { state, submissions, answers } of projects)
      for (const answer of named(answers!)) {
        const count = counts.get(answer) ?? { answer, drafts: 0, submitted: 0 };
        if (submissions > 0) count.submitted += 1;
        else if (state === 'draft') count.drafts += 1;
        counts.set(answer, count);
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
