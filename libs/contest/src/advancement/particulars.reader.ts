import { setImmediate as nextTurn } from 'node:timers/promises';
import { Database } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { leaderOf } from '../project/leader.rules.js';
import type { JudgedEntry, JudgedStage } from './judged-stages.js';
import type { Particulars } from './outcome.view.js';

/** Projects read by one statement. */
const AT_ONCE = 1000;

interface ProjectRow {
  id: string;
  field: string | null;
  groupCode: string | null;
  organisationCountry: string;
  organisationCode: string;
}

interface MemberRow {
  projectId: string;
  name: string;
  isCore: boolean | number;
}

const PROJECTS = 'SELECT id, field, groupCode, organisationCountry, organisationCode FROM projects';
const MEMBERS = 'SELECT projectId, name, isCore FROM project_members';
/** Projects that any of their people's names or their code may stand for. */
const NAMED = `SELECT id FROM projects WHERE editionId = ? AND INSTR(LOWER(organisationCode), ?) > 0
UNION SELECT one.projectId FROM project_members one JOIN projects p ON p.id = one.projectId
WHERE p.editionId = ? AND INSTR(LOWER(one.name), ?) > 0`;

/** Entries, whose projects a department files. */
interface Filed extends Pick<JudgedStage, 'edition'> {
  entries: readonly Pick<JudgedEntry, 'projectId'>[];
}

/** What a department files of the projects of a stage: by what they compete, who leads them, their organisations' codes. */
@Injectable()
export class ParticularsReader {
  constructor(private readonly database: Database) {}

  /** By project. A team that is no organisation yet states no code. */
  async of({ edition: { definition }, entries }: Filed): Promise<Map<string, Particulars>> {
    const found = new Map<string, Particulars>();
    const ids = entries.map(({ projectId }) => projectId);
    const affiliated = new Set(
      definition.groups.flatMap((one) => (one.organisation === 'affiliation' ? one.code : [])),
    );
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      if (start > 0) await nextTurn();
      const some = ids.slice(start, start + AT_ONCE);
      const wanted = some.map(() => '?').join(', ');
      const teams = Map.groupBy(
        await this.database.query<MemberRow>(`${MEMBERS} WHERE projectId IN (${wanted}) ORDER BY position`, some),
        ({ projectId }) => projectId,
      );
      const rows = await this.database.query<ProjectRow>(`${PROJECTS} WHERE id IN (${wanted})`, some);
      for (const { id, field, groupCode, organisationCountry, organisationCode } of rows) {
        const team = (teams.get(id) ?? []).map(({ name, isCore }) => ({ name, isCore: Boolean(isCore) }));
        const stated = organisationCountry === 'CN' && !affiliated.has(groupCode ?? '');
        found.set(id, {
          field: field ?? '',
          group: groupCode ?? '',
          lead: leaderOf(team)?.name ?? '',
          creditCode: stated ? organisationCode : '',
        });
      }
    }
    return found;
  }

  /** The projects of whose leader, or of whose code, these words are a part, in lower case. */
  async named({ edition, entries }: Filed, words: string): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }>(NAMED, [edition.id, words, edition.id, words]);
    const near = new Set(rows.map(({ id }) => id));
    const among = entries.filter(({ projectId }) => near.has(projectId));
    const found = await this.of({ edition, entries: among });
    return new Set(
      [...found].flatMap(([id, { lead, creditCode }]) =>
        [lead, creditCode].some((one) => one.toLowerCase().includes(words)) ? [id] : [],
      ),
    );
  }
}
