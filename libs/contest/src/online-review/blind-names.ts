import { Organisations } from '@haishi/identity';
import { Injectable } from '@nestjs/common';
import type { ProjectSnapshot } from '../project/project.snapshot.js';
import type { Hidden } from './redaction.rules.js';

/** Which names judges of a blind stage are not to read. */
@Injectable()
export class BlindNames {
  constructor(private readonly organisations: Organisations) {}

  /** What is on record of the organisations of these submissions: their names, by their codes. */
  async recorded(snapshots: readonly ProjectSnapshot[]): Promise<Map<string, readonly string[]>> {
    const codes = snapshots.map(({ organisation }) => organisation.code).filter((code) => code !== '');
    const found = await this.organisations.byCreditCodes([...new Set(codes)]);
    return new Map(found.map(({ creditCode, name, aliases }) => [creditCode, [name, ...aliases]]));
  }

  /** What a submission says of who made it, and what is `recorded` of its organisation. */
  async ofOne(snapshot: ProjectSnapshot, recorded: readonly string[]): Promise<Hidden[]> {
    // The readings of all characters take a tenth of a second and 20 MB, which a server without blind stages does without.
    const { blindNames } = await import('./blind-names.rules.js');
    return blindNames(snapshot, recorded);
  }

  /** {@link ofOne} with what is on record of its organisation now. */
  async of(snapshot: ProjectSnapshot): Promise<Hidden[]> {
    const known = await this.recorded([snapshot]);
    return this.ofOne(snapshot, known.get(snapshot.organisation.code) ?? []);
  }
}
