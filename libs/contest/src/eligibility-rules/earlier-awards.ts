import { Persons } from '@haishi/identity';
import { parseMail } from '@haishi/kernel';
import { Injectable } from '@nestjs/common';
import type { Edition } from '../edition/edition.entity.js';
import { CertificateQueries } from '../certificate/certificate.queries.js';
import { EditionQueries } from '../edition/edition.queries.js';
import type { Sharing } from '../edition/rule.definition.js';
import { DuplicateQueries } from '../duplicates/duplicates.queries.js';
import { marksOf, samePeople, toCompared } from '../duplicates/duplicates.rules.js';
import type { Project } from '../project/project.entity.js';
import type { ProjectSnapshot } from '../project/project.snapshot.js';
import type { NoticeItem, PublicNotice } from '../public-notice/public-notice.entity.js';
import { PublicNoticeQueries } from '../public-notice/public-notice.queries.js';
import type { EarlierWin } from './earlier-win.js';

/** Of winners that share something with one project: far more than any entrant, company or team has won. */
const MOST_MARKED = 500;

interface Found {
  earlier: EarlierWin[];
  /** The codes of the awards, the best first, by the edition's code. */
  earlierAwards: Map<string, string[]>;
}

/** Looks through the concluded awards of earlier editions for what a project shares with their winners. */
@Injectable()
export class EarlierAwards {
  constructor(
    private readonly notices: PublicNoticeQueries,
    private readonly certificates: CertificateQueries,
    private readonly editions: EditionQueries,
    private readonly duplicates: DuplicateQueries,
    private readonly persons: Persons,
  ) {}

  /** What of `content`, a version of `project`, won in editions other than its own whose awards were published before `before`. */
  async of(
    { id, editionId, ownerId }: Pick<Project, 'id' | 'editionId' | 'ownerId'>,
    content: Pick<ProjectSnapshot, 'organisation' | 'members'>,
    before: Date,
  ): Promise<Found> {
    const notices = await this.notices.concludedAwards(editionId, before);
    const editions = await this.editions.byIds(notices.map((notice) => notice.editionId));
    const earlierAwards = new Map(
      [...editions.values()].map((one) => [one.code, awardsOf(one).map(({ code }) => code)]),
    );
    const winners = await this.winners(notices);
    const { name = '', mail = null, phone = null } = (await this.persons.byId(ownerId)) ?? {};
    const compared = toCompared({ ...content, title: '', summary: '' }, { id: ownerId, name, mail, phone });
    const marks = [...editions.keys()].flatMap((edition) => {
      const { person, organisation } = marksOf(edition, compared);
      return [...person, ...organisation];
    });
    const marked = await this.duplicates.bearing(marks, id, MOST_MARKED, ['accepted']);
    const handedIn = await this.duplicates.handedIn(marked.filter((one) => winners.has(one)));
    const earlier = handedIn.flatMap((one): EarlierWin[] => {
      const { notice, item } = winners.get(one.id)!;
      const members = samePeople(
        {
          people: compared.people.filter(({ mail: at }) =>
            content.members.some((member) => parseMail(member.mail) === at),
          ),
        },
        one.compared,
      );
      const { code } = compared.organisation;
      const shares: Sharing[] = [
        ...(one.project.ownerId === ownerId ? ['account' as const] : []),
        ...(code !== '' && code === one.compared.organisation.code ? ['register' as const] : []),
        ...(members.length > 0 ? ['member' as const] : []),
      ];
      const edition = editions.get(notice.editionId)!;
      const level = awardsOf(edition).findIndex(({ name: { zh } }) => zh === item.result.zh);
      return [
        {
          edition: edition.code,
          editionName: { zh: edition.nameZh, en: edition.nameEn },
          award: item.result,
          level: level < 0 ? null : level,
          number: item.number,
          shares,
          members,
        },
      ];
    });
    return { earlier: earlier.sort((one, other) => (one.number < other.number ? -1 : 1)), earlierAwards };
  }

  /** By project, without those struck off any notice of the edition, and whose certificates were all revoked. */
  private async winners(
    notices: readonly PublicNotice[],
  ): Promise<Map<string, { notice: PublicNotice; item: NoticeItem }>> {
    const winners = new Map<string, { notice: PublicNotice; item: NoticeItem }>();
    for (const notice of notices) {
      const struck = await this.notices.struck(notice.editionId);
      const taken = await this.certificates.takenAway(notice.id);
      for (const item of notice.items)
        if (!struck.has(item.projectId) && !taken.has(item.projectId)) winners.set(item.projectId, { notice, item });
    }
    return winners;
  }
}

const awardsOf = ({ definition }: Edition) => definition.awards;
