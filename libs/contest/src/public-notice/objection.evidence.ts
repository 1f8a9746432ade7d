import { type Actor, failure } from '@haishi/contracts';
import { FileAccess, FilePolicies, FilesService, type StoredFile, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { organises } from '../involvement/organising.js';
import { ListedNow } from './listed-now.js';
import { NoticeTies } from './notice.ties.js';
import type { EvidenceFile } from './public-notice.entity.js';
import { PublicNoticeQueries } from './public-notice.queries.js';

/** The purpose under which evidence 证据 for an objection is uploaded. */
export const EVIDENCE_PURPOSE = 'objection.evidence';
export const EVIDENCE_BYTES = 20 * 1024 * 1024;

const SUBJECT = 'objection';

/**
 * Files with which somebody supports an objection, uploaded under their own name. They are read by who filed it, and by
 * organisers who may read what it says.
 */
@Injectable()
export class ObjectionEvidence implements OnModuleInit {
  constructor(
    private readonly policies: FilePolicies,
    private readonly access: FileAccess,
    private readonly files: FilesService,
    private readonly queries: PublicNoticeQueries,
    private readonly listed: ListedNow,
    private readonly ties: NoticeTies,
  ) {}

  onModuleInit(): void {
    this.policies.register({
      purpose: EVIDENCE_PURPOSE,
      maxBytes: EVIDENCE_BYTES,
      types: ['application/pdf', 'image/jpeg', 'image/png'],
      personal: true,
    });
    this.access.register(EVIDENCE_PURPOSE, (actor, file) => this.mayRead(actor, file));
  }

  /** Puts uploaded files to use for an objection. Fails as {@link FilesService.attach} does, and names which of `files` it was. */
  async attach(work: Work, objectionId: string, fileIds: readonly string[]): Promise<EvidenceFile[]> {
    const held: EvidenceFile[] = [];
    for (const [index, fileId] of fileIds.entries()) {
      const field = `files.${index}`;
      if (held.some(({ id }) => id === fileId)) throw failure('files.already_used', { field });
      const use = { purpose: EVIDENCE_PURPOSE, subjectType: SUBJECT, subjectId: objectionId, field };
      const { id, name, size } = await this.files.attach(work, fileId, use);
      held.push({ id, name, size });
    }
    return held;
  }

  private async mayRead(actor: Actor, { subjectId }: StoredFile): Promise<boolean> {
    const objection = await this.queries.objection(subjectId!);
    const notice = await this.queries.get(objection.noticeId);
    if (!organises(actor, notice.editionId)) return false;
    const [ties] = await this.ties.answering(actor, await this.listed.of(notice), [objection]);
    return !ties!.withheld;
  }
}
