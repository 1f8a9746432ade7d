import { type Actor, failure, type LocalText } from '@haishi/contracts';
import { Persons } from '@haishi/identity';
import { type ColumnOf, type ListFile, type ListFormat, partOf, writeCursor } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { reasonsOf } from '../edition/edition.defaults.js';
import type { Edition } from '../edition/edition.entity.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { nameOf } from '../edition/named.js';
import { Involvement } from '../involvement/involvement.js';
import { ListFiles } from '../listing/list.files.js';
import { LEFT_OUT } from '../listing/withheld.js';
import { ProjectQueries } from '../project/project.queries.js';
import type { ProjectSnapshot } from '../project/project.snapshot.js';
import { type Reach, reachesAnything, reachIn } from '../project/reach.js';
import { DecisionQueries } from './decision.queries.js';
import type { EligibilityDecision } from './eligibility.entity.js';
import type { DecisionAction } from './eligibility.rules.js';

/** Projects read at once, with what was handed in. */
const BATCH = 50;

const ACTIONS: Readonly<Record<DecisionAction, LocalText>> = {
  accept: { zh: '通过', en: 'Eligible' },
  return: { zh: '退回补正', en: 'Returned for correction' },
  reject: { zh: '不通过', en: 'Not eligible' },
  reopen: { zh: '撤回结论', en: 'Decision taken back' },
  prolong: { zh: '延长补正', en: 'Correction prolonged' },
};
const TITLE: LocalText = { zh: '资格审查结论', en: 'Decisions of the eligibility check' };

interface Decided {
  number: string | null;
  content: ProjectSnapshot;
  decision: EligibilityDecision;
  reason: LocalText | null;
  by: string;
}

const columnsOf = ({ definition }: Edition): ColumnOf<Decided>[] => [
  { header: { zh: '项目编号', en: 'Number' }, width: 18, kind: 'code', value: ({ number }) => number },
  { header: { zh: '项目名称', en: 'Title' }, width: 40, value: ({ content }) => content.title },
  {
    header: { zh: '领域', en: 'Division' },
    width: 16,
    screenOnly: true,
    value: ({ content }, locale) => nameOf(definition.divisions, content.division ?? '')[locale],
  },
  {
    header: { zh: '赛区', en: 'Region' },
    width: 12,
    value: ({ content }, locale) => nameOf(definition.regions, content.region ?? '')[locale],
  },
  { header: { zh: '单位', en: 'Organisation' }, width: 30, value: ({ content }) => content.organisation.name },
  {
    header: { zh: '第几次提交', en: 'Submission' },
    width: 8,
    kind: 'number',
    value: ({ decision }) => decision.submission,
  },
  {
    header: { zh: '结论', en: 'Decision' },
    width: 12,
    value: ({ decision }, locale) => ACTIONS[decision.action][locale],
  },
  { header: { zh: '理由', en: 'Reason' }, width: 18, value: ({ reason }, locale) => reason?.[locale] },
  { header: { zh: '说明', en: 'Said to the entrant' }, width: 40, value: ({ decision }) => decision.text },
  { header: { zh: '审查人', en: 'Decided by' }, width: 12, value: ({ by }) => by },
  { header: { zh: '审查时间', en: 'Decided' }, width: 19, kind: 'instant', value: ({ decision }) => decision.at },
  {
    header: { zh: '补正截止', en: 'Correction due' },
    width: 19,
    kind: 'instant',
    screenOnly: true,
    value: ({ decision }) => decision.dueAt,
  },
];

/** What checkers decided in an edition, as a list to file. It names persons, so each export is recorded. */
@Injectable()
export class DecisionList {
  constructor(
    private readonly editions: EditionQueries,
    private readonly projects: ProjectQueries,
    private readonly decisions: DecisionQueries,
    private readonly persons: Persons,
    private readonly involvement: Involvement,
    private readonly files: ListFiles,
  ) {}

  /** By project, of those in the actor's reach that they have no tie to. Fails with `common.not_found`. */
  async file(actor: Actor, editionName: string, format: ListFormat): Promise<ListFile> {
    const edition = await this.editions.getByName(editionName);
    const reach = reachIn(actor, 'project.read', edition.id);
    if (!reachesAnything(reach)) throw failure('common.not_found');
    const { locale } = actor;
    return this.files.make(actor, format, {
      edition,
      name: `${edition.code}-eligibility`,
      title: TITLE[locale],
      notes: [LEFT_OUT[locale]],
      parts: [partOf(TITLE, columnsOf(edition), this.rows(actor, edition, reach), locale)],
      event: { type: 'eligibility.exported' },
    });
  }

  private async *rows(actor: Actor, { id: editionId, definition }: Edition, reach: Reach): AsyncGenerator<Decided> {
    const closed = new Set(await this.involvement.closedIn(actor, editionId));
    for (let cursor: string | undefined; ;) {
      const page = await this.projects.page({ editionId, reach }, 'number', cursor, BATCH);
      const part = page.slice(0, BATCH);
      const ids = part.map(({ id }) => id);
      const contents = await this.projects.lastSubmissions(part);
      const found = Map.groupBy(await this.decisions.ofProjects(ids), ({ projectId }) => projectId);
      const names = await this.persons.byIds([...found.values()].flat().map(({ byId }) => byId));
      for (const { id, number } of part) {
        const content = contents.get(id)?.snapshot;
        if (!content || closed.has(id)) continue;
        for (const decision of found.get(id) ?? []) {
          const { action, reasonCode, reasonName, byId } = decision;
          const listed = action === 'return' || action === 'reject' ? reasonsOf(definition, action) : [];
          const reason = reasonName ?? listed.find(({ code }) => code === reasonCode)?.name ?? null;
          yield { number, content, decision, reason, by: names.get(byId)?.name ?? '' };
        }
      }
      if (page.length <= BATCH) return;
      const last = part.at(-1)!;
      cursor = writeCursor([last.number!, last.id]);
    }
  }
}
