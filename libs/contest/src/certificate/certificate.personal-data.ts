import { PersonalData, type PersonalDataHolder } from '@haishi/identity';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CertificateQueries } from './certificate.queries.js';

/** Certificates of the projects that a person handed in. */
@Injectable()
export class CertificatePersonalData implements PersonalDataHolder, OnModuleInit {
  readonly name = 'certificates';

  constructor(
    private readonly registry: PersonalData,
    private readonly queries: CertificateQueries,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  async export(personId: string): Promise<unknown> {
    const certificates = await this.queries.ofOwner(personId);
    return certificates.map(({ number, content, issuedAt, revokedAt, revokeReason }) => ({
      number,
      ...content,
      issuedAt,
      revokedAt,
      revokeReason,
    }));
  }

  /** A certificate is the record of an award that was put on public notice, and other people hold it too: it stays. */
  async erase(): Promise<void> {}
}
