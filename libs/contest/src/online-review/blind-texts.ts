import { setImmediate as nextTurn } from 'node:timers/promises';
import { Kept } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import type { ProjectSnapshot } from '../project/project.snapshot.js';
import { BlindNames } from './blind-names.js';
import { type Hidden, redact } from './redaction.rules.js';

/** Titles that are kept: those of a whole review, of some hundred signs each. */
const MOST_KEPT = 40_000;

/** A submission of a project. */
export interface TitledSubmission {
  projectId: string;
  submission: number;
  snapshot: ProjectSnapshot;
}

/** What judges of a blind stage read of submissions. */
@Injectable()
export class BlindTexts {
  private readonly kept = new Kept<string>(MOST_KEPT);

  constructor(private readonly names: BlindNames) {}

  /** The names that are struck from the texts of a submission. */
  hidden(snapshot: ProjectSnapshot): Promise<Hidden[]> {
    return this.names.of(snapshot);
  }

  /**
   * Titles without names, by project. Each takes milliseconds and a desk lists hundreds, so that they are kept, and others are
   * answered between one and the next: a submission never changes, and what is on record of its organisation is part of what its
   * title is kept by.
   */
  async titles(submissions: readonly TitledSubmission[]): Promise<Map<string, string>> {
    const known = await this.names.recorded(submissions.map(({ snapshot }) => snapshot));
    const titles = new Map<string, string>();
    for (const { projectId, submission, snapshot } of submissions) {
      const recorded = known.get(snapshot.organisation.code) ?? [];
      const title = await this.kept.get([projectId, submission, ...recorded].join('\n'), async () => {
        await nextTurn();
        return redact(snapshot.title, await this.names.ofOne(snapshot, recorded));
      });
      titles.set(projectId, title);
    }
    return titles;
  }
}
