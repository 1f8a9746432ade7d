import { Organisations } from '@haishi/identity';
import { type Actor, errorText, failure, ORGANISATION_KIND_WORDS } from '@haishi/contracts';
import { isId, newId } from '@haishi/kernel';
import { namedFaults, FilesService, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import type { Fair } from '../fair/fair.entity.js';
import { ParticipationAccess } from '../participation/participation.access.js';
import type { Participation } from '../participation/participation.entity.js';
import type { ImportView } from './position.dto.js';
import { validDays } from './position.input.js';
import { type ImportResult, PositionImport } from './position-import.entity.js';
import { PositionQueries } from './position.queries.js';
import { type PositionContent, positionKey } from './position.rules.js';
import { PositionService } from './position.service.js';
import { positionTemplate } from './position.template.js';
import { IMPORT_MOST, readHeader, type ReadRow, readRows, type RowContext } from './row.rules.js';

/** The purpose under which a file of positions is uploaded. */
export const POSITION_FILE = 'position.import';
export const POSITION_FILE_BYTES = 10 * 1024 * 1024;

const KEYS_AT_ONCE = 400;
const COLUMNS_MOST = 100;

/** Takes positions over from the office's spreadsheet: judged first, cell by cell, then taken over whole or in part. */
@Injectable()
export class PositionImportService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FilesService,
    private readonly organisations: Organisations,
    private readonly access: ParticipationAccess,
    private readonly queries: PositionQueries,
    private readonly positions: PositionService,
  ) {}

  /** The template, filled in with the employer's name and credit code. */
  async template(actor: Actor, participationId: string): Promise<Buffer> {
    const { participation, fair } = await this.positions.writable(actor, participationId);
    return positionTemplate(fair, await this.employer(participation));
  }

  /**
   * Reads an uploaded file and says of each row whether it is good, without taking anything over. A file checked before
   * for the same participation is superseded. Fails with `files.…` or `fair.import_…` where the file as a whole is wrong.
   */
  async check(actor: Actor, participationId: string, fileId: string): Promise<ImportView> {
    const { participation, fair } = await this.positions.writable(actor, participationId);
    const file = await this.files.find(actor, fileId);
    if (file.purpose !== POSITION_FILE || file.ownerId !== actor.id)
      throw failure('files.not_usable', { field: 'fileId' });
    if (file.state === 'uploading') throw failure('files.not_ready', { field: 'fileId' });
    const table = await this.files.table(fileId, {
      maxBytes: POSITION_FILE_BYTES,
      maxRows: IMPORT_MOST * 2,
      maxColumns: COLUMNS_MOST,
    });
    const { rows, unknown } = readPositions(table, await this.context(participation, fair));
    const good = rows.filter((row) => row.content !== undefined);
    const made = await this.uow.run(actor, async (work) => {
      await work.manager.update(
        PositionImport,
        { participationId: Equal(participationId), state: 'checked' },
        { state: 'superseded', rows: null },
      );
      const row = work.manager.create(PositionImport, {
        id: newId(),
        participationId,
        fileName: file.name,
        state: 'checked',
        total: rows.length,
        faulty: rows.length - good.length,
        faults: namedFaults(rows),
        flagged: good
          .filter(({ flags }) => flags.length > 0)
          .map(({ row, content, flags }) => ({ row, title: content!.title, flags })),
        unknownColumns: unknown,
        rows: good.map(({ content }) => content!),
        result: null,
        createdBy: actor.id,
        createdAt: work.now,
        committedAt: null,
      });
      await work.manager.insert(PositionImport, row);
      await recordImport(work, participation, row, 'checked', { total: row.total, faulty: row.faulty });
      return row;
    });
    return toView(made, actor);
  }

  /** What a dry run found; for the employer's agents. */
  async view(actor: Actor, id: string): Promise<ImportView> {
    return toView(await this.owned(actor, id), actor);
  }

  /**
   * Takes the file over: all of it or nothing, or the good rows alone. A position with the same title and place of work
   * is changed, not added. Asked again, it answers what it did. Fails with `fair.import_has_faults`,
   * `fair.import_all_faulty`, `fair.import_superseded`.
   */
  async commit(actor: Actor, id: string, mode: 'all' | 'skip_faulty'): Promise<ImportView> {
    const made = await this.uow.run(actor, async (work) => {
      await work.lockRow(PositionImport, id);
      const found = await this.owned(actor, id);
      if (found.state === 'committed') return found;
      if (found.state === 'superseded' || found.rows === null) throw failure('fair.import_superseded');
      if (mode === 'all' && found.faulty > 0)
        throw failure('fair.import_has_faults', { params: { faulty: found.faulty } });
      if (found.rows.length === 0) throw failure('fair.import_all_faulty');
      const { participation } = await this.positions.writable(actor, found.participationId);
      const result = { ...(await this.takeOver(work, participation, found.rows)), skipped: found.faulty };
      const done = { state: 'committed', rows: null, result, committedAt: work.now } as const;
      const { affected } = await work.manager.update(PositionImport, { id: Equal(id), state: 'checked' }, done);
      if (affected !== 1) throw failure('common.stale');
      await recordImport(work, participation, found, 'committed', { ...result });
      return { ...found, ...done };
    });
    return toView(made, actor);
  }

  private async takeOver(
    work: Work,
    participation: Participation,
    rows: readonly PositionContent[],
  ): Promise<Omit<ImportResult, 'skipped'>> {
    const result = { created: 0, changed: 0, unchanged: 0 };
    const fresh: PositionContent[] = [];
    for (let start = 0; start < rows.length; start += KEYS_AT_ONCE) {
      const part = rows.slice(start, start + KEYS_AT_ONCE);
      const held = new Map(
        (await this.queries.byKeys(participation.id, part.map(positionKey))).map((position) => [
          position.rowKey,
          position,
        ]),
      );
      for (const content of part) {
        const position = held.get(positionKey(content));
        if (position === undefined) fresh.push(content);
        else result[(await this.positions.rewrite(work, position, content)) ? 'changed' : 'unchanged'] += 1;
      }
    }
    await this.positions.insert(work, participation, fresh);
    return { ...result, created: fresh.length };
  }

  private async owned(actor: Actor, id: string): Promise<PositionImport> {
    const found = isId(id) ? await this.queries.importById(id) : null;
    if (!found) throw failure('common.not_found');
    await this.access.owned(actor, found.participationId);
    return found;
  }

  private async employer({ organisationId }: Participation) {
    const organisation = await this.organisations.byId(organisationId);
    if (!organisation) throw failure('common.not_found');
    return organisation;
  }

  private async context(participation: Participation, fair: Fair): Promise<RowContext> {
    const { name, creditCode, kind } = await this.employer(participation);
    return {
      employer: { name, creditCode, kind: ORGANISATION_KIND_WORDS[kind] },
      zones: Object.fromEntries(fair.zones.map(({ code, zh, en }) => [code, { zh, en }])),
      ...validDays(fair, new Date()),
    };
  }
}

/** The positions of a table, header first. Fails with `fair.import_…` where the table as a whole is wrong. */
function readPositions(
  table: readonly (readonly string[])[],
  context: RowContext,
): { rows: ReadRow[]; unknown: string[] } {
  const [header = [], ...body] = table;
  const columns = readHeader(header);
  if (columns.fault !== undefined) throw failure(columns.fault, { params: columns.params, field: 'fileId' });
  const rows = readRows(body, columns.places, context);
  if (rows.length === 0) throw failure('fair.import_empty', { field: 'fileId' });
  if (rows.length > IMPORT_MOST)
    throw failure('fair.import_too_many', { params: { max: IMPORT_MOST, count: rows.length }, field: 'fileId' });
  return { rows, unknown: columns.unknown };
}

async function recordImport(
  work: Work,
  participation: Participation,
  row: PositionImport,
  happened: string,
  payload: Record<string, unknown>,
): Promise<void> {
  const { fairId, organisationId, id: participationId } = participation;
  await work.event({
    type: `position_import.${happened}`,
    subjectType: 'position_import',
    subjectId: row.id,
    scopes: { fair: fairId, organisation: organisationId },
    payload: { participationId, ...payload },
  });
}

function toView(row: PositionImport, actor: Actor): ImportView {
  const { id, participationId, fileName, state, total, faulty, flagged, unknownColumns, result, createdAt } = row;
  return {
    id,
    participationId,
    fileName,
    state,
    total,
    good: total - faulty,
    faulty,
    faults: row.faults.map(({ row: number, column, cell, value, code, params }) => ({
      row: number,
      column,
      cell,
      value,
      code,
      message: errorText(code, actor.locale, params),
    })),
    flagged,
    unknownColumns,
    result,
    createdAt,
  };
}
