import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Actor, errorText, failure, type Locale } from '@haishi/contracts';
import { Failure, type FieldFailure } from '@haishi/kernel';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import type { EditionDefinition } from '../edition/edition.definition.js';
import type { Decision } from '../eligibility/decision-input.js';
import { checkDue, findReason } from '../eligibility/eligibility.rules.js';
import { EligibilityService } from '../eligibility/eligibility.service.js';
import { Verdicts } from '../eligibility/verdicts.js';
import { ProjectQueries } from '../project/project.queries.js';
import { reachesAnything, reachIn } from '../project/reach.js';
import type { BulkInput, BulkItem, BulkOutcome, BulkReport } from './check-queue.dto.js';

/** Decisions made in one unit of work: each of its own would wait for the disk. */
const AT_ONCE = 20;

/** One decision with one reason on many projects 批量处理. */
@Injectable()
export class BulkDecisions {
  constructor(
    private readonly eligibility: EligibilityService,
    private readonly verdicts: Verdicts,
    private readonly editions: EditionQueries,
    private readonly projects: ProjectQueries,
  ) {}

  /**
   * Decides on each project with its own history and notice, some in a unit of work. What is refused is told with its reason
   * and stays as it was. With `dryRun` nothing is decided. Fails as a whole where the decision itself is not in order.
   */
  async run(actor: Actor, editionName: string, input: BulkInput, dryRun: boolean): Promise<BulkReport> {
    const edition = await this.editions.getByName(editionName);
    if (!reachesAnything(reachIn(actor, 'project.check', edition.id))) throw failure('common.not_found');
    const faults = faultsOf(input, edition.definition, new Date());
    if (faults.length > 0) throw failure('common.invalid', { fields: faults });
    const decision: Decision = {
      action: input.action,
      reasonCode: input.action === 'return' ? input.reasonCode! : null,
      text: input.text ?? '',
      dueAt: input.action === 'return' ? new Date(input.dueAt!) : null,
    };
    const outcomes: BulkOutcome[] = [];
    for (let start = 0; start < input.items.length; start += AT_ONCE) {
      // Others are answered between some projects and the next.
      await nextTurn();
      const some = input.items.slice(start, start + AT_ONCE);
      const projects = await this.projects.byIds(some.map(({ projectId }) => projectId));
      const here = some.filter(({ projectId }) => projects.get(projectId)?.editionId === edition.id);
      const refusals = await this.refusals(here, () =>
        dryRun ? this.verdicts.of(actor, here, decision) : this.eligibility.decideAll(actor, here, decision),
      );
      for (const item of some) if (!here.includes(item)) refusals.set(item.projectId, failure('common.not_found'));
      outcomes.push(...some.map((item) => toOutcome(item, refusals.get(item.projectId), actor.locale)));
    }
    return { outcomes, sound: outcomes.filter(({ sound }) => sound).length };
  }

  /** Why each of these was refused that was; all of them where the whole was, of which nothing is done then. */
  private async refusals(
    items: readonly BulkItem[],
    act: () => Promise<Map<string, object>>,
  ): Promise<Map<string, Failure>> {
    try {
      const found = [...(await act())];
      return new Map(found.flatMap(([id, one]) => (one instanceof Failure ? [[id, one] as const] : [])));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return new Map(items.map(({ projectId }) => [projectId, error]));
    }
  }
}

function toOutcome({ projectId }: BulkItem, refusal: Failure | undefined, locale: Locale): BulkOutcome {
  if (!refusal) return { projectId, sound: true };
  const { code, details } = refusal;
  return { projectId, sound: false, code, message: errorText(code, locale, details.params) };
}

/** What is wrong with the decision itself. */
function faultsOf(
  { action, items, reasonCode, text, dueAt }: BulkInput,
  definition: EditionDefinition,
  now: Date,
): FieldFailure[] {
  const faults: FieldFailure[] = [];
  const seen = new Set<string>();
  items.forEach(({ projectId }, index) => {
    if (seen.has(projectId)) faults.push({ field: `items.${index}.projectId`, code: 'eligibility.selected_twice' });
    seen.add(projectId);
  });
  if (action === 'accept') return faults;
  for (const [field, value] of Object.entries({ reasonCode, text, dueAt }))
    if (!value) faults.push({ field, code: 'common.required' });
  if (reasonCode) faults.push(...findReason(definition, action, reasonCode).faults);
  return dueAt ? [...faults, ...checkDue(new Date(dueAt), now)] : faults;
}
