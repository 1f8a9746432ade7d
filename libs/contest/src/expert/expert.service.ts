import { type Actor, errorText, failure } from '@haishi/contracts';
import { Invitations, Persons, ScopePlaces } from '@haishi/identity';
import { parseCreditCode, type FieldFailure } from '@haishi/kernel';
import {
  assertAllowed,
  assertContent,
  FilesService,
  type HeldContent,
  namedFaults,
  UnitOfWork,
  type Work,
} from '@haishi/platform';
import { type ExpertFacts, Experts, factsOf } from '@haishi/review';
import { Injectable } from '@nestjs/common';
import { faultsOfKind } from '../edition/edition.defaults.js';
import { Edition, editionScopes } from '../edition/edition.entity.js';
import { assertNotArchived } from '../edition/edition.words.js';
import type { ExpertImportInput, ExpertImportView, ExpertInput, ExpertTieInput } from './expert.dto.js';
import { EXPERT_FILE, EXPERT_FILE_BYTES } from './expert.files.js';
import { ExpertReader } from './expert.reader.js';
import { EXPERT_LANGUAGES, EXPERTS_MOST, faultRowsUnder, readExpertHeader, readExperts } from './expert-row.rules.js';

const COLUMNS_MOST = 50;

/** An edition's pool of experts 专家库, as organisers keep it. */
@Injectable()
export class ExpertService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ExpertReader,
    private readonly experts: Experts,
    private readonly persons: Persons,
    private readonly files: FilesService,
    private readonly invitations: Invitations,
    private readonly places: ScopePlaces,
  ) {}

  /**
   * Adds one expert, `held` being 0, or brings one up to date. Fails with `common.stale` where the pool has somebody else under the
   * address than who was held, or has them otherwise, with `common.invalid` that names every faulty field, and with
   * `expert.is_withdrawn` for one who was withdrawn and is not said to be restored. Nobody changes what it says of themselves
   * (`expert.own_row`): their ties follow from it.
   */
  async add(actor: Actor, editionName: string, held: HeldContent, input: ExpertInput): Promise<void> {
    const edition = await this.toChange(actor, editionName);
    const facts = readFacts(edition, input);
    const restore = input.restore ?? false;
    await this.unitOfWork.run(actor, async (work) => {
      await work.lockRow(Edition, edition.id);
      if ((await this.reader.ownAmong(actor, edition, [facts], restore)).size > 0)
        throw failure('expert.own_row', { field: 'mail' });
      const standing = await this.reader.standing(edition, facts.mail);
      if (!standing?.withdrawnAt) assertContent(standing && factsOf(standing), held);
      const { left } = await this.take(work, edition, [facts], restore);
      if (left > 0) throw failure('expert.is_withdrawn', { field: 'mail' });
    });
  }

  /**
   * Reads an uploaded list, and takes it over where that is asked for and every row is good. Rows of experts who were withdrawn are
   * named, and change nothing unless `restore` is said. Fails with `files.…` or
   * `expert.import_…` where the whole file is wrong, `expert.import_has_faults` where a faulty one is to be taken over.
   */
  async import(
    actor: Actor,
    editionName: string,
    { fileId, commit, restore }: ExpertImportInput,
  ): Promise<ExpertImportView> {
    const edition = await this.toChange(actor, editionName);
    const file = await this.files.find(actor, fileId);
    if (file.purpose !== EXPERT_FILE || file.ownerId !== actor.id)
      throw failure('files.not_usable', { field: 'fileId' });
    if (file.state === 'uploading') throw failure('files.not_ready', { field: 'fileId' });
    const [header = [], ...body] = await this.files.table(fileId, {
      maxBytes: EXPERT_FILE_BYTES,
      maxRows: EXPERTS_MOST * 2,
      maxColumns: COLUMNS_MOST,
    });
    const columns = readExpertHeader(header);
    if (columns.fault !== undefined) throw failure(columns.fault, { params: columns.params, field: 'fileId' });
    const rows = readExperts(body, columns.places, edition.definition);
    if (rows.length === 0) throw failure('expert.import_empty', { field: 'fileId' });
    if (rows.length > EXPERTS_MOST)
      throw failure('expert.import_too_many', { field: 'fileId', params: { max: EXPERTS_MOST, count: rows.length } });
    const facts = rows.flatMap(({ expert }) => expert ?? []);
    const own = await this.reader.ownAmong(actor, edition, facts, restore ?? false);
    faultRowsUnder(own, rows, columns.places, 'expert.own_row');
    const faulty = rows.filter(({ faults }) => faults.length > 0).length;
    if (commit && faulty > 0) throw failure('expert.import_has_faults', { field: 'fileId', params: { count: faulty } });
    const gone = await this.reader.withdrawn(
      edition,
      facts.map(({ mail }) => mail),
    );
    const done = commit
      ? await this.unitOfWork.run(actor, (work) => this.take(work, edition, facts, restore ?? false))
      : null;
    return {
      total: rows.length,
      faults: namedFaults(rows).map(({ params, ...fault }) => ({
        ...fault,
        message: errorText(fault.code, actor.locale, params),
      })),
      unknownColumns: columns.unknown,
      withdrawn: rows.flatMap(({ row, expert }) =>
        expert && gone.has(expert.mail) ? [{ row, name: expert.name, mail: expert.mail }] : [],
      ),
      done,
    };
  }

  /** An expert is no longer asked, and reviews are closed to them; sheets that are in stay, what they did not score counts as given to nobody. */
  async withdraw(actor: Actor, editionName: string, expertId: string): Promise<void> {
    const edition = await this.reader.edition(actor, editionName);
    await this.unitOfWork.run(actor, async (work) => {
      await this.assertOthers(actor, edition, expertId);
      await this.experts.withdraw(work, edition.id, expertId);
      await this.record(work, edition, 'expert.withdrawn', { expertId });
    });
  }

  /** Takes back a tie that an expert declared, which opens to them what it closed; nobody does that for themselves (`expert.own_row`). */
  async untie(actor: Actor, editionName: string, expertId: string, { tie, reason }: ExpertTieInput): Promise<void> {
    const edition = await this.toChange(actor, editionName);
    await this.unitOfWork.run(actor, async (work) => {
      await this.assertOthers(actor, edition, expertId);
      await this.experts.untie(work, edition.id, expertId, tie);
      await this.record(work, edition, 'expert.tie_taken_back', { expertId, tie, reason });
    });
  }

  /** Invites every expert who has not got the role of a judge yet, by mail. Answers how many. */
  async invite(actor: Actor, editionName: string): Promise<{ invited: number }> {
    const edition = await this.toChange(actor, editionName);
    assertAllowed(actor, 'role.grant', editionScopes(edition.id));
    const place = (await this.places.find('edition', edition.id))!;
    const missing = (await this.reader.list(actor, editionName)).filter(
      ({ standing }) => standing === 'unknown' || standing === 'not_judge',
    );
    await this.unitOfWork.run(actor, async (work) => {
      for (const { name, mail, languages } of missing)
        await this.invitations.create(
          work,
          {
            role: 'judge',
            scopeType: 'edition',
            scopeId: edition.id,
            name,
            mail,
            locale: languages.includes('zh') ? 'zh' : 'en',
          },
          place,
        );
      await this.record(work, edition, 'expert.invited', { count: missing.length });
    });
    return { invited: missing.length };
  }

  /** Fails with `edition.action_not_allowed` where the edition is archived: of its pool nothing is done any more but ended. */
  private async toChange(actor: Actor, editionName: string): Promise<Edition> {
    const edition = await this.reader.edition(actor, editionName);
    assertNotArchived(edition);
    return edition;
  }

  private async assertOthers(actor: Actor, edition: Edition, expertId: string): Promise<void> {
    if ((await this.reader.own(actor, edition)).some(({ id }) => id === expertId)) throw failure('expert.own_row');
  }

  private async take(work: Work, edition: Edition, facts: readonly ExpertFacts[], restore: boolean) {
    const personOf = new Map<string, string>();
    for (const { mail } of facts) {
      const person = await this.persons.byMail(mail);
      if (person) personOf.set(mail, person.id);
    }
    const done = await this.experts.take(work, edition.id, facts, { personOf, restore });
    await this.record(work, edition, 'expert.taken', { ...done });
    return done;
  }

  private async record(work: Work, { id }: Edition, type: string, payload: Record<string, unknown>): Promise<void> {
    await work.event({ type, subjectType: 'edition', subjectId: id, scopes: editionScopes(id), payload });
  }
}

function readFacts({ definition }: Edition, input: ExpertInput): ExpertFacts {
  const faults: FieldFailure[] = [];
  const { name, mail, kind, organisationName, fields } = input;
  const creditCode = input.creditCode ? parseCreditCode(input.creditCode) : null;
  faults.push(...faultsOfKind(definition, kind, 'kind'));
  if (creditCode === undefined) faults.push({ field: 'creditCode', code: 'project.bad_credit_code' });
  const known = definition.divisions.flatMap((division) => [division.code, ...division.fields.map(({ code }) => code)]);
  fields.forEach((code, index) => {
    if (!known.includes(code)) faults.push({ field: `fields.${index}`, code: 'project.not_in_edition' });
  });
  const region = input.region || null;
  if (region !== null && !definition.regions.some(({ code }) => code === region))
    faults.push({ field: 'region', code: 'project.not_in_edition' });
  const languages = input.languages ?? ['zh'];
  languages.forEach((code, index) => {
    if (!(EXPERT_LANGUAGES as readonly string[]).includes(code))
      faults.push({
        field: `languages.${index}`,
        code: 'common.not_a_choice',
        params: { choices: EXPERT_LANGUAGES.join(', ') },
      });
  });
  if (faults.length > 0) throw failure('common.invalid', { fields: faults });
  return {
    name,
    mail,
    kind,
    organisationName,
    creditCode: creditCode ?? null,
    aliases: input.aliases ?? [],
    fields: [...new Set(fields)],
    region,
    languages,
    capacity: input.capacity ?? null,
  };
}
