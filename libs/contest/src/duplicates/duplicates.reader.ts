import { type Actor, failure } from '@haishi/contracts';
import { Injectable } from '@nestjs/common';
import { ProjectLoader } from '../project/project.loader.js';
import { takesPartAs } from '../project/project.rules.js';
import type { TwinsView, TwinView } from './duplicates.dto.js';
import { DuplicateQueries, type HandedIn, MOST_COMPARED } from './duplicates.queries.js';
import { marksOf, type Twin, TWIN_KINDS, type TwinKind, twinsOf } from './duplicates.rules.js';
import { reasonWords } from './duplicates.words.js';

const MOST_LISTED = 20;

/** Which projects may be one project handed in twice, as a hint to who checks it. It decides nothing. */
@Injectable()
export class DuplicatesReader {
  constructor(
    private readonly loader: ProjectLoader,
    private readonly queries: DuplicateQueries,
  ) {}

  /**
   * The twins of a project that was handed in, within its edition. Fails with `common.not_found`, with
   * `eligibility.conflict` for who belongs to it, and with `common.forbidden` for who does not check it.
   */
  async twins(actor: Actor, projectId: string): Promise<TwinsView> {
    const { role } = await this.loader.visible(actor, projectId);
    if (takesPartAs(role)) throw failure('eligibility.conflict');
    if (role !== 'checker') throw failure('common.forbidden');
    const [subject] = await this.queries.handedIn([projectId]);
    if (!subject) return { items: [], more: false };
    const marks = marksOf(subject.editionId, subject.compared);
    const found = await Promise.all(
      TWIN_KINDS.map((kind) => this.queries.bearing(marks[kind], projectId, MOST_COMPARED)),
    );
    const sameContact = await this.sameContact(subject, marks);
    const twins = twinsOf(
      subject,
      await this.queries.handedIn([...new Set([...found.flat(), ...sameContact])]),
      sameContact,
    );
    const items = await Promise.all(twins.slice(0, MOST_LISTED).map((twin) => this.view(actor, twin)));
    return { items, more: twins.length > MOST_LISTED };
  }

  /**
   * Who bears a mark of the entrant's phone, or one that the project was handed in with and that does not follow from what is known of its
   * people by now: a phone and an address belong to one account at a time, and marks are as old as the hand-in.
   */
  private async sameContact(subject: HandedIn, marks: Record<TwinKind, number[]>): Promise<Set<string>> {
    const known = new Set(Object.values(marks).flat());
    const earlier = (await this.queries.written(subject.id)).filter((mark) => !known.has(mark));
    return new Set(await this.queries.bearing([...marks.person, ...earlier], subject.id, MOST_COMPARED));
  }

  private async view(actor: Actor, { project: twin, reasons }: Twin<HandedIn>): Promise<TwinView> {
    const seen = await this.loader.canSee(actor, twin.project);
    return {
      number: twin.number,
      reasons: reasons.map((reason) => ({
        kind: reason.kind,
        likeness: 'likeness' in reason ? reason.likeness : null,
        text: reasonWords(reason),
      })),
      id: seen ? twin.id : null,
      title: seen ? twin.title : null,
      organisationName: seen ? twin.organisationName : null,
      state: seen ? twin.state : null,
    };
  }
}
