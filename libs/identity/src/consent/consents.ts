import { failure } from '@haishi/contracts';
import { newId } from '@haishi/kernel';
import { Database, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull } from 'typeorm';
import { type ConsentPurpose, documentInForce } from './consent-documents.js';
import { Consent } from './consent.entity.js';

/** Who agreed to what, and when. */
@Injectable()
export class Consents {
  constructor(private readonly database: Database) {}

  /**
   * Records that `personId` agreed to that version; a second time changes nothing.
   * Fails with `identity.consent_unknown`, or `identity.consent_version` where another version is in force.
   */
  async give(work: Work, personId: string, purpose: string, version: string): Promise<void> {
    const document = documentInForce(purpose);
    if (!document) throw failure('identity.consent_unknown', { field: 'purpose' });
    if (document.version !== version) throw failure('identity.consent_version', { field: 'version' });
    if (await this.has(personId, document.purpose)) return;
    await work.manager.insert(Consent, {
      id: newId(),
      personId,
      purpose,
      version,
      givenAt: work.now,
      withdrawnAt: null,
    });
    await work.event({
      type: 'consent.given',
      subjectType: 'person',
      subjectId: personId,
      payload: { purpose, version },
    });
  }

  /** Ends every consent of `personId` to `purpose`. Fails with `identity.consent_not_given`. */
  async withdraw(work: Work, personId: string, purpose: string): Promise<void> {
    const { affected } = await work.manager.update(
      Consent,
      { personId: Equal(personId), purpose: Equal(purpose), withdrawnAt: IsNull() },
      { withdrawnAt: work.now },
    );
    if (!affected) throw failure('identity.consent_not_given');
    await work.event({ type: 'consent.withdrawn', subjectType: 'person', subjectId: personId, payload: { purpose } });
  }

  /** Whether `personId` agrees to the version of `purpose` that is in force. */
  async has(personId: string, purpose: ConsentPurpose): Promise<boolean> {
    return this.database.manager.existsBy(Consent, {
      personId: Equal(personId),
      purpose: Equal(purpose),
      version: Equal(documentInForce(purpose)!.version),
      withdrawnAt: IsNull(),
    });
  }

  /** Everything `personId` ever agreed to, newest first. */
  of(personId: string): Promise<Consent[]> {
    return this.database.manager.find(Consent, {
      where: { personId: Equal(personId) },
      order: { givenAt: 'DESC', id: 'DESC' },
    });
  }
}
