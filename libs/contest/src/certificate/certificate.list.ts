import { type Actor, failure, type LocalText } from '@haishi/contracts';
import { type ColumnOf, type ListFile, type ListFormat, partOf } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { EditionQueries } from '../edition/edition.queries.js';
import { Involvement } from '../involvement/involvement.js';
import { WITHHELD } from '../listing/withheld.js';
import { ListFiles } from '../listing/list.files.js';
import type { NoticeItem } from '../public-notice/public-notice.entity.js';
import { PublicNoticeQueries } from '../public-notice/public-notice.queries.js';
import { assertOrganises } from '../involvement/organising.js';
import type { Certificate } from './certificate.entity.js';
import { CertificateQueries } from './certificate.queries.js';

interface Award {
  item: NoticeItem;
  certificate: Certificate | undefined;
  /** Whether it was struck off a notice since its certificate was issued. */
  struck: boolean;
  /** Whether who asks belongs to the project or is recused from it: names that the notice masks stay masked. */
  closed: boolean;
}

const STATES = {
  none: { zh: '未颁发', en: 'Not issued' },
  valid: { zh: '有效', en: 'Valid' },
  toRevoke: { zh: '应撤销', en: 'To be revoked' },
  revoked: { zh: '已撤销', en: 'Revoked' },
} as const satisfies Record<string, LocalText>;

function stateOf({ certificate, struck }: Award): LocalText {
  if (!certificate) return STATES.none;
  if (certificate.revokedAt) return STATES.revoked;
  return struck ? STATES.toRevoke : STATES.valid;
}

const COLUMNS: readonly ColumnOf<Award>[] = [
  { header: { zh: '奖项', en: 'Award' }, width: 12, value: ({ item }, locale) => item.result[locale] },
  { header: { zh: '项目编号', en: 'Number' }, width: 16, kind: 'code', value: ({ item }) => item.number },
  { header: { zh: '项目名称', en: 'Title' }, width: 34, value: ({ item }) => item.title },
  { header: { zh: '单位', en: 'Organisation' }, width: 26, value: ({ item }) => item.organisation },
  {
    header: { zh: '证书署名', en: 'Named on it' },
    width: 18,
    value: ({ certificate, closed }, locale) =>
      certificate && closed ? WITHHELD[locale] : certificate?.content.members.join(locale === 'zh' ? '、' : ', '),
  },
  { header: { zh: '领域', en: 'Division' }, width: 14, value: ({ item }, locale) => item.division[locale] },
  { header: { zh: '赛区', en: 'Region' }, width: 12, value: ({ item }, locale) => item.region[locale] },
  { header: { zh: '证书编号', en: 'Certificate' }, width: 18, kind: 'code', value: (one) => one.certificate?.number },
  { header: { zh: '状态', en: 'State' }, width: 8, value: (one, locale) => stateOf(one)[locale] },
  { header: { zh: '颁发时间', en: 'Issued' }, width: 19, kind: 'instant', value: (one) => one.certificate?.issuedAt },
  {
    header: { zh: '撤销原因', en: 'Revoked because' },
    width: 24,
    screenOnly: true,
    value: ({ certificate }) => certificate?.revokeReason,
  },
];

/** The awards of a notice with their certificates, as a list to file. It names persons, so each export is recorded. */
@Injectable()
export class CertificateList {
  constructor(
    private readonly notices: PublicNoticeQueries,
    private readonly queries: CertificateQueries,
    private readonly editions: EditionQueries,
    private readonly involvement: Involvement,
    private readonly files: ListFiles,
  ) {}

  /**
   * For who organises the whole edition, in their language. Fails with `common.not_found`, and `certificate.no_list`
   * where the notice is not one of awards that was concluded.
   */
  async file(actor: Actor, noticeId: string, format: ListFormat): Promise<ListFile> {
    const { locale } = actor;
    const notice = await this.notices.get(noticeId);
    assertOrganises(actor, notice.editionId);
    if (notice.kind !== 'awards' || notice.state !== 'concluded') throw failure('certificate.no_list');
    const edition = await this.editions.get(notice.editionId);
    const struck = await this.notices.struck(notice.editionId);
    const certificates = new Map((await this.queries.ofNotice(noticeId)).map((one) => [one.projectId, one]));
    const listed = notice.items.filter(({ projectId }) => !struck.has(projectId) || certificates.has(projectId));
    const closed = await this.involvement.conflicts(
      actor,
      listed.map(({ projectId }) => projectId),
    );
    const awards = listed.map((item): Award => ({
      item,
      certificate: certificates.get(item.projectId),
      struck: struck.has(item.projectId),
      closed: closed.has(item.projectId),
    }));
    return this.files.make(actor, format, {
      edition,
      name: `${edition.code}-awards-${notice.number}`,
      title: locale === 'zh' ? '获奖与证书名单' : 'Awards and certificates',
      notes: [
        locale === 'zh'
          ? `依据第 ${notice.number} 号公示，${notice.startsOn} 至 ${notice.endsOn}，已办结。`
          : `By notice ${notice.number}, ${notice.startsOn} to ${notice.endsOn}, concluded.`,
      ],
      parts: [partOf({ zh: '获奖名单', en: 'Awards' }, COLUMNS, awards, locale)],
      event: { type: 'certificate.exported', payload: { noticeId, entries: awards.length } },
    });
  }
}
