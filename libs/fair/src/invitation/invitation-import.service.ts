import { type Actor, errorText, failure } from '@haishi/contracts';
import { isId, newId } from '@haishi/kernel';
import { namedFaults, FilesService, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal } from 'typeorm';
import { Fair } from '../fair/fair.entity.js';
import { type Guest, type GuestRow, GUESTS_MOST, readGuestHeader, readGuests } from './guest-row.rules.js';
import { InvitationAccess } from './invitation.access.js';
import type { InvitationImportView } from './invitation.dto.js';
import { FairInvitation } from './invitation.entity.js';
import { INVITATION_FILE, INVITATION_FILE_BYTES } from './invitation.files.js';
import { InvitationImport } from './invitation-import.entity.js';
import { InvitationQueries } from './invitation.queries.js';
import { Places, takesGuests } from './invitation.rules.js';
import { invitationTemplate } from './invitation.template.js';

const COLUMNS_MOST = 50;
const INSERTED_AT_ONCE = 100;

/** Puts graduates on a fair's list from a spreadsheet: judged first, cell by cell, then taken over whole or in part. */
@Injectable()
export class InvitationImportService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FilesService,
    private readonly access: InvitationAccess,
    private readonly queries: InvitationQueries,
  ) {}

  async template(actor: Actor, fairName: string): Promise<Buffer> {
    await this.access.fair(actor, fairName);
    return invitationTemplate();
  }

  /**
   * Reads an uploaded list and says of each row whether it is good; nobody is invited yet. A list checked before for the
   * same fair is superseded. Fails with `files.…`, `fair.import_…`, `invitation.import_…` where the whole file is wrong,
   * or `invitation.fair_not_open`.
   */
  async check(actor: Actor, fairName: string, fileId: string): Promise<InvitationImportView> {
    const fair = await this.access.fair(actor, fairName);
    assertTakesGuests(fair, new Date());
    const file = await this.files.find(actor, fileId);
    if (file.purpose !== INVITATION_FILE || file.ownerId !== actor.id)
      throw failure('files.not_usable', { field: 'fileId' });
    if (file.state === 'uploading') throw failure('files.not_ready', { field: 'fileId' });
    const table = await this.files.table(fileId, {
      maxBytes: INVITATION_FILE_BYTES,
      maxRows: GUESTS_MOST * 2,
      maxColumns: COLUMNS_MOST,
    });
    const { rows, unknown } = await this.read(fair, table);
    const guests = rows.flatMap(({ guest }) => (guest ? [guest] : []));
    const made = await this.uow.run(actor, async (work) => {
      await work.manager.update(
        InvitationImport,
        { fairId: Equal(fair.id), state: 'checked' },
        { state: 'superseded', rows: null },
      );
      const row = work.manager.create(InvitationImport, {
        id: newId(),
        fairId: fair.id,
        fileName: file.name,
        state: 'checked',
        total: rows.length,
        faulty: rows.length - guests.length,
        faults: namedFaults(rows),
        unknownColumns: unknown,
        rows: guests,
        createdBy: actor.id,
        createdAt: work.now,
        committedAt: null,
      });
      await work.manager.insert(InvitationImport, row);
      await recordImport(work, row, 'checked', { total: row.total, faulty: row.faulty });
      return row;
    });
    return toView(made, actor);
  }

  /** What a dry run found. */
  async view(actor: Actor, id: string): Promise<InvitationImportView> {
    return toView(await this.managed(actor, id), actor);
  }

  /**
   * Takes the list over: all of it or nothing, or the good rows alone. Asked again, it answers what it did.
   * Fails with `fair.import_has_faults`, `fair.import_all_faulty`, `fair.import_superseded`, `invitation.fair_not_open`,
   * or `invitation.import_outdated` where list or quotas changed since the check.
   */
  async commit(actor: Actor, id: string, mode: 'all' | 'skip_faulty'): Promise<InvitationImportView> {
    const made = await this.uow.run(actor, async (work) => {
      const { fairId } = await this.managed(actor, id);
      await work.lockRow(Fair, fairId);
      await work.lockRow(InvitationImport, id);
      const found = await this.managed(actor, id);
      if (found.state === 'committed') return found;
      if (found.state === 'superseded' || found.rows === null) throw failure('fair.import_superseded');
      if (mode === 'all' && found.faulty > 0)
        throw failure('fair.import_has_faults', { params: { faulty: found.faulty } });
      if (found.rows.length === 0) throw failure('fair.import_all_faulty');
      assertTakesGuests(await work.manager.findOneByOrFail(Fair, { id: Equal(fairId) }), work.now);
      await this.invite(work, fairId, found.rows);
      const done = { state: 'committed', rows: null, committedAt: work.now } as const;
      const { affected } = await work.manager.update(InvitationImport, { id: Equal(id), state: 'checked' }, done);
      if (affected !== 1) throw failure('common.stale');
      await recordImport(work, found, 'committed', { invited: found.rows.length, skipped: found.faulty });
      return { ...found, ...done };
    });
    return toView(made, actor);
  }

  /** The fair's row is locked. */
  private async invite(work: Work, fairId: string, guests: readonly Guest[]): Promise<void> {
    const invited = await this.queries.invited(
      fairId,
      guests.map(({ mail }) => mail),
    );
    const places = await this.places(fairId);
    if (invited.size > 0 || !guests.every(({ university }) => places.take(university)))
      throw failure('invitation.import_outdated');
    for (let start = 0; start < guests.length; start += INSERTED_AT_ONCE)
      await work.manager.insert(
        FairInvitation,
        guests.slice(start, start + INSERTED_AT_ONCE).map((guest): FairInvitation => ({
          ...guest,
          id: newId(),
          fairId,
          state: 'invited',
          tokenHash: null,
          timesSent: 0,
          sentAt: null,
          answeredAt: null,
          personId: null,
          createdAt: work.now,
        })),
      );
  }

  private async read(
    fair: Fair,
    table: readonly (readonly string[])[],
  ): Promise<{ rows: GuestRow[]; unknown: string[] }> {
    const [header = [], ...body] = table;
    const columns = readGuestHeader(header);
    if (columns.fault !== undefined) throw failure(columns.fault, { params: columns.params, field: 'fileId' });
    const open = { invited: new Set<string>(), places: new Places(new Map(), new Map()) };
    const mails = readGuests(body, columns.places, open).flatMap(({ guest }) => (guest ? [guest.mail] : []));
    const rows = readGuests(body, columns.places, {
      invited: await this.queries.invited(fair.id, mails),
      places: await this.places(fair.id),
    });
    if (rows.length === 0) throw failure('invitation.import_empty', { field: 'fileId' });
    if (rows.length > GUESTS_MOST)
      throw failure('invitation.import_too_many', {
        params: { max: GUESTS_MOST, count: rows.length },
        field: 'fileId',
      });
    return { rows, unknown: columns.unknown };
  }

  private async places(fairId: string): Promise<Places> {
    return new Places(await this.queries.quotas(fairId), await this.queries.taken(fairId));
  }

  private async managed(actor: Actor, id: string): Promise<InvitationImport> {
    const found = isId(id) ? await this.queries.importById(id) : null;
    if (!found) throw failure('common.not_found');
    await this.access.fair(actor, found.fairId);
    return found;
  }
}

function assertTakesGuests(fair: Fair, now: Date): void {
  if (!takesGuests(fair, now)) throw failure('invitation.fair_not_open');
}

async function recordImport(
  work: Work,
  { id, fairId }: InvitationImport,
  happened: string,
  payload: Record<string, unknown>,
): Promise<void> {
  await work.event({
    type: `invitation_import.${happened}`,
    subjectType: 'invitation_import',
    subjectId: id,
    scopes: { fair: fairId },
    payload,
  });
}

function toView(row: InvitationImport, actor: Actor): InvitationImportView {
  const { id, fairId, fileName, state, total, faulty, unknownColumns, createdAt } = row;
  const faults = row.faults.map(({ row: number, column, cell, value, code, params }) => ({
    row: number,
    column,
    cell,
    value,
    code,
    message: errorText(code, actor.locale, params),
  }));
  return { id, fairId, fileName, state, total, good: total - faulty, faulty, faults, unknownColumns, createdAt };
}
