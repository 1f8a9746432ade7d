import { type FieldFailure } from '@haishi/kernel';
import { Injectable } from '@nestjs/common';
import type { EditionFile } from '../edition/edition.definition.js';
import type { Edition } from '../edition/edition.entity.js';
import { readEditionFile, writeEditionFile } from '../edition/edition.file.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { EditionVersions } from '../edition/edition.versions.js';
import { ChangeFactsReader } from './change.facts.js';
import { type Difference, differencesOf, type Json } from './difference.rules.js';
import { type Assessment } from './assessment.rules.js';
import { assess } from './effects.rules.js';
import { limitsOf, orderedBy } from './limits.rules.js';

/** A change worked out, not made. */
export interface ChangePlan extends Assessment {
  file: EditionFile;
  /** Faults of the file itself; where there is one, nothing else is worked out. */
  problems: FieldFailure[];
  differences: Difference[];
  before: Json;
  after: Json;
}

/** Works out what a file would change in an edition as it stands, and what that means. */
@Injectable()
export class ChangePlanner {
  constructor(
    private readonly editions: EditionQueries,
    private readonly versions: EditionVersions,
    private readonly facts: ChangeFactsReader,
  ) {}

  async plan(edition: Edition, raw: unknown, now: Date): Promise<ChangePlan> {
    const { file, failures: problems } = readEditionFile(raw, { now });
    const nothing = { file, problems, differences: [], effects: [], refusals: [], before: null, after: null };
    if (problems.length > 0) return nothing;
    const before = (await this.versions.current(edition)) as Json;
    const after = JSON.parse(JSON.stringify(writeEditionFile(file))) as Json;
    const differences = differencesOf(before, after);
    if (differences.length === 0) return nothing;
    const stages = await this.editions.stages(edition.id);
    const facts = await this.facts.of(edition, stages, file.stages, now);
    return {
      ...nothing,
      ...assess(differences, { ...facts, limits: limitsOf(before, after), ordered: orderedBy(after) }),
      differences,
      before,
      after,
    };
  }
}
