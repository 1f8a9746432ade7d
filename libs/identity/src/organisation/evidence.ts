import { type Actor, failure, type Locale, type LocalText } from '@haishi/contracts';
import { FileAccess, FilePolicies, type FilePolicy, FilesService, holds, UnitOfWork } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EvidenceView } from './organisation.dto.js';
import { EVIDENCE_KINDS, type EvidenceKind } from './organisation.rules.js';
import { OrganisationAccess } from './organisation-access.js';
import { Organisations } from './organisations.js';

const MAX_BYTES = 20 * 1_048_576;
const MAX_FILES = 20;
const SUBJECT = 'organisation';
const TYPES: FilePolicy['types'] = ['application/pdf', 'image/png', 'image/jpeg'];

const TITLES: Record<EvidenceKind, LocalText> = {
  business_licence: { zh: '营业执照或法人证书', en: 'business licence or legal-person certificate' },
  authorisation_letter: { zh: '盖章的授权书', en: 'sealed authorisation letter' },
  agent_identity: { zh: '经办人身份证明', en: 'identity of the agent' },
  parent_licence: { zh: '上级单位营业执照', en: 'licence of the parent' },
  agency_permit: { zh: '人力资源服务许可证', en: 'agency permit' },
};

/** The purpose under which a paper of that kind is uploaded. */
export const purposeOf = (kind: EvidenceKind): string => `${SUBJECT}.${kind}`;

/** The papers of organisations, kept as files: each kind is a purpose. Agents and who vets may read them. */
@Injectable()
export class Evidence implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FilesService,
    private readonly policies: FilePolicies,
    private readonly fileAccess: FileAccess,
    private readonly organisations: Organisations,
    private readonly access: OrganisationAccess,
  ) {}

  onModuleInit(): void {
    for (const kind of EVIDENCE_KINDS) {
      const purpose = purposeOf(kind);
      this.policies.register({ purpose, maxBytes: MAX_BYTES, types: TYPES, personal: kind === 'agent_identity' });
      this.fileAccess.register(
        purpose,
        (actor, file) => holds(actor, 'organisation.vet') || this.organisations.isAgent(actor, file.subjectId!),
      );
    }
  }

  async list(organisationId: string): Promise<EvidenceView[]> {
    const files = await this.files.usedFor(SUBJECT, organisationId);
    return files.flatMap(({ id, purpose, name, size }) => {
      const kind = EVIDENCE_KINDS.find((one) => purposeOf(one) === purpose);
      return kind ? [{ id, kind, name, size }] : [];
    });
  }

  /**
   * Adds an upload of the actor's as a paper of that kind. Fails with `common.not_found`, `common.state_not_allowed`,
   * `common.list_too_long` or a failure of the file, naming `fileId`.
   */
  async add(
    actor: Actor,
    organisationId: string,
    { fileId, kind }: { fileId: string; kind: EvidenceKind },
  ): Promise<void> {
    await this.uow.run(actor, async (work) => {
      await this.access.editable(actor, organisationId);
      const held = await this.list(organisationId);
      if (held.length >= MAX_FILES)
        throw failure('common.list_too_long', { field: 'fileId', params: { max: MAX_FILES, length: held.length + 1 } });
      const use = { purpose: purposeOf(kind), subjectType: SUBJECT, subjectId: organisationId, field: 'fileId' };
      await this.files.attach(work, fileId, use);
      await work.event({
        type: 'organisation.evidence_added',
        subjectType: SUBJECT,
        subjectId: organisationId,
        scopes: { organisation: organisationId },
        payload: { fileId, kind },
      });
    });
  }

  /** Takes a paper away. Fails with `common.not_found` or `common.state_not_allowed`. */
  async remove(actor: Actor, organisationId: string, fileId: string): Promise<void> {
    await this.uow.run(actor, async (work) => {
      await this.access.editable(actor, organisationId);
      const paper = (await this.list(organisationId)).find((one) => one.id === fileId);
      if (!paper) throw failure('common.not_found');
      await this.files.detach(work, fileId, { subjectType: SUBJECT, subjectId: organisationId });
      await work.event({
        type: 'organisation.evidence_removed',
        subjectType: SUBJECT,
        subjectId: organisationId,
        scopes: { organisation: organisationId },
        payload: { fileId, kind: paper.kind },
      });
    });
  }

  /** What kinds of paper are called, in a list. */
  titles(kinds: readonly EvidenceKind[], locale: Locale): string {
    return kinds.map((kind) => TITLES[kind][locale]).join(locale === 'zh' ? '、' : ', ');
  }
}
