import { type Actor, failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { reasonsOf } from '../edition/edition.defaults.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { reachesAnything, reachIn } from '../project/reach.js';
import type { EligibilityReasons } from './eligibility.dto.js';

const DEFAULT_CORRECTION_DAYS = 5;

/** What checkers decide with. */
@Injectable()
export class EligibilityReader {
  constructor(private readonly editions: EditionQueries) {}

  /** The reasons a checker chooses from, and the usual time for a correction. Fails with `common.not_found`. */
  async reasons(actor: Actor, editionName: string): Promise<EligibilityReasons> {
    const edition = await this.editions.getByName(editionName);
    if (!reachesAnything(reachIn(actor, 'project.check', edition.id))) throw failure('common.not_found');
    const stage = (await this.editions.stages(edition.id)).find(({ kind }) => kind === 'eligibility');
    return {
      return: reasonsOf(edition.definition, 'return'),
      reject: reasonsOf(edition.definition, 'reject'),
      correctionDays: stage?.settings.correctionDays ?? DEFAULT_CORRECTION_DAYS,
    };
  }
}
