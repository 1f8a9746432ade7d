import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { parseCreditCode } from '@haishi/kernel';
import { keyOfOrganisation } from '../project/project.rules.js';
import type { Involved } from './interest.rules.js';

/** The projects of which somebody is or was one of the people, whichever way the record knows it: the statement with what it is asked with. */
export const ownOf = ({ personId, mails }: Pick<Involved, 'personId' | 'mails'>): [string, string[]] => [
  `SELECT id FROM projects WHERE ownerId = ?
UNION SELECT projectId FROM project_members WHERE mail IN (${['NULL', ...mails.map(() => '?')].join(', ')})
UNION SELECT projectId FROM project_former_owners WHERE personId = ?
UNION SELECT projectId FROM project_member_invitations WHERE personId = ?
UNION SELECT projectId FROM project_former_members WHERE personId = ?`,
  [personId, ...mails, personId, personId, personId],
];

const RECUSED = 'UNION SELECT projectId FROM project_recusals WHERE personId = ?';

/** The other way round: which projects somebody may have a tie to, found from their side by indexes alone, however many an edition has. */
@Injectable()
export class ClosedCandidates {
  constructor(private readonly database: Database) {}

  /** Among them is each project of the edition that the record ties the person to; some of other editions may be, and some without a tie. */
  async of(involved: Involved, editionId: string): Promise<string[]> {
    const { personId, worksFor } = involved;
    const keys = [...new Set(worksFor.flatMap(({ name }) => keyOfOrganisation(name ?? '') ?? []))];
    const codes = [...new Set(worksFor.flatMap(({ creditCode }) => parseCreditCode(creditCode ?? '') ?? []))];
    const [own, asked] = ownOf(involved);
    const rows = await this.database.query<{ id: string }>(
      [own, RECUSED, ...among('organisationKey', keys), ...among('organisationCode', codes)].join('\n'),
      [
        ...asked,
        personId,
        ...(keys.length > 0 ? [editionId, ...keys] : []),
        ...(codes.length > 0 ? [editionId, ...codes] : []),
      ],
    );
    return rows.map(({ id }) => id);
  }
}

const among = (column: string, values: readonly string[]): string[] =>
  values.length === 0
    ? []
    : [`UNION SELECT id FROM projects WHERE editionId = ? AND ${column} IN (${values.map(() => '?').join(', ')})`];
