import { type Actor, errorText, type LocalText } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import type { FieldFailure } from '@haishi/kernel';
import { assertAllowed, assertVersion } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { type Edition, editionScopes } from '../edition/edition.entity.js';
import { rewriteEditionFile, writeEditionFile } from '../edition/edition.file.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { EditionVersions } from '../edition/edition.versions.js';
import { toProblems } from '../edition/edition.views.js';
import type { ChangePreview, DifferenceView, EditionVersionView } from './change.dto.js';
import { ChangePlanner } from './change.plan.js';
import { placeWords, valueWords } from './change.words.js';
import { effectWords } from './effect.words.js';
import { type Difference, differencesOf, type Json } from './difference.rules.js';
import { assertNotArchived } from '../edition/edition.words.js';

/** What a change would do and what earlier ones did, for the organisers of the edition. */
@Injectable()
export class EditionChangeReader {
  constructor(
    private readonly editions: EditionQueries,
    private readonly planner: ChangePlanner,
    private readonly versions: EditionVersions,
    private readonly persons: Persons,
  ) {}

  /** Fails with `common.stale` where `base` is given and the edition is at another version, and where it is archived. */
  async preview(actor: Actor, name: string, raw: unknown, base?: number): Promise<ChangePreview> {
    const edition = await this.managed(actor, name);
    assertNotArchived(edition);
    if (base !== undefined) assertVersion(edition.version, base);
    const plan = await this.planner.plan(edition, raw, new Date());
    return {
      version: edition.version,
      problems: toProblems(plan.problems, actor.locale),
      file: plan.problems.length === 0 ? writeEditionFile(plan.file) : null,
      differences: toViews(plan.differences, plan.before, plan.after, plan.file.timeZone),
      effects: plan.effects.map((one) => ({ path: one.path, code: one.code, text: effectWords(one) })),
      refusals: plan.refusals.map((one) => ({ path: one.field, code: one.code, text: inBoth(one) })),
    };
  }

  /** The latest first. */
  async list(actor: Actor, name: string): Promise<EditionVersionView[]> {
    const { id } = await this.managed(actor, name);
    const heads = await this.versions.heads(id);
    const persons = await this.persons.byIds(heads.flatMap(({ byId }) => byId ?? []));
    return heads.map(({ number, kind, reason, at, byId }) => ({
      number,
      kind,
      reason,
      at,
      by: (byId && persons.get(byId)?.name) ?? '',
    }));
  }

  async differences(actor: Actor, name: string, from: number, to: number): Promise<DifferenceView[]> {
    const { id, timeZone } = await this.managed(actor, name);
    const [before, after] = [await this.versions.get(id, from), await this.versions.get(id, to)] as const;
    const [old, now] = [rewriteEditionFile(before.file) as Json, rewriteEditionFile(after.file) as Json];
    return toViews(differencesOf(old, now), old, now, timeZone);
  }

  async file(actor: Actor, name: string, number: number): Promise<Record<string, unknown>> {
    const { id } = await this.managed(actor, name);
    return (await this.versions.get(id, number)).file;
  }

  private async managed(actor: Actor, name: string): Promise<Edition> {
    const edition = await this.editions.getByName(name);
    assertAllowed(actor, 'edition.manage', editionScopes(edition.id));
    return edition;
  }
}

function toViews(differences: readonly Difference[], before: Json, after: Json, timeZone: string): DifferenceView[] {
  return differences.map(({ path, kind, old, new: now }) => ({
    path,
    kind,
    place: placeWords(path, before, after),
    old: valueWords({ path }, old, timeZone, before),
    new: valueWords({ path }, now, timeZone, after),
  }));
}

function inBoth({ code, params }: FieldFailure): LocalText {
  return { zh: errorText(code, 'zh', params), en: errorText(code, 'en', params) };
}
