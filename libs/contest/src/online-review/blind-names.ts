import { Organisations } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import type { ProjectSnapshot } from '../project/project.snapshot.js';
import type { Hidden } from './redaction.rules.js';

/** Which names judges of a blind stage are not to read. */
@Injectable()
export class BlindNames {
  constructor(private readonly organisations: Organisations) {}

  /** For each submission: what it says of who made it, and what is on record of its organisation. */
  async of(snapshots: readonly ProjectSnapshot[]): Promise<Map<ProjectSnapshot, Hidden[]>> {
    // The readings of all characters take a tenth of a second and 20 MB, which a server without blind stages does without.
    const { blindNames } = await import('./blind-names.rules.js');
    const codes = snapshots.map(({ organisation }) => organisation.code).filter((code) => code !== '');
    const known = new Map((await this.organisations.byCreditCodes(codes)).map((one) => [one.creditCode, one]));
    return new Map(
      snapshots.map((snapshot) => {
        const record = known.get(snapshot.organisation.code);
        return [snapshot, blindNames(snapshot, record ? [record.name, ...record.aliases] : [])];
      }),
    );
  }
}
