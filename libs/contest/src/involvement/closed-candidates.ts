import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { parseCreditCode } from '@haishi/kernel';
import { keyOfOrganisation } from '../project/project.rules.js';
import type { Involved } from './interest.rules.js';

/** The projects of which somebody is or was one of the people, whichever way the record knows it: the statement with what it is asked with. */
export const ownOf = ({ personId, mails }: Pick<Involved, 'personId' | 'mails'>): [string, string[]] => [
  `SELECT id FROM projects WHERE ownerId = ?
UNION SELECT projectId FROM project_members WHERE mail IN ${listOf(mails)}
UNION SELECT projectId FROM project_parties WHERE mail IN ${listOf(mails)}
UNION SELECT projectId FROM project_former_owners WHERE personId = ?
UNION SELECT projectId FROM project_member_invitations WHERE personId = ?
UNION SELECT projectId FROM project_former_members WHERE personId = ?`,
  [personId, ...mails, ...mails, personId, personId, personId],
];

/** By what columns of projects their organisation is found to be one of those that somebody works for. */
export const marksOf = ({ worksFor }: Pick<Involved, 'worksFor'>) => ({
  keys: [...new Set(worksFor.flatMap(({ name }) => keyOfOrganisation(name ?? '') ?? []))],
  codes: [...new Set(worksFor.flatMap(({ creditCode }) => parseCreditCode(creditCode ?? '') ?? []))],
});

const RECUSED = 'UNION SELECT projectId FROM project_recusals WHERE personId = ?';

/** The other way round: which projects somebody may have a tie to, found from their side by indexes alone, however many an edition has. */
@Injectable()
export class ClosedCandidates {
  constructor(private readonly database: Database) {}

  /** Among them is each project of the edition that the record ties the person to; some of other editions may be, and some without a tie. */
  async of(involved: Involved, editionId: string): Promise<string[]> {
    const { keys, codes } = marksOf(involved);
    const [own, asked] = ownOf(involved);
    const rows = await this.database.query<{ id: string }>(
      [own, RECUSED, ...among('organisationKey', keys), ...among('organisationCode', codes)].join('\n'),
      [
        ...asked,
        involved.personId,
        ...(keys.length > 0 ? [editionId, ...keys, ...keys] : []),
        ...(codes.length > 0 ? [editionId, ...codes, ...codes] : []),
      ],
    );
    return rows.map(({ id }) => id);
  }
}

/** A list of parameters, also of none. */
export const listOf = (values: readonly unknown[]): string =>
  `(${values.length === 0 ? 'NULL' : values.map(() => '?').join(', ')})`;

const among = (column: string, values: readonly string[]): string[] =>
  values.length === 0
    ? []
    : [
        `UNION SELECT id FROM projects WHERE editionId = ? AND ${column} IN ${listOf(values)}`,
        `UNION SELECT projectId FROM project_parties WHERE ${column} IN ${listOf(values)}`,
      ];
