import { inPieces, Jobs, type RunningJob, systemActor, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Certificate } from './certificate.entity.js';
import { CertificateNotices } from './certificate.notices.js';
import { CertificateQueries } from './certificate.queries.js';

const JOB = 'certificate.tell';
const ACTOR = systemActor('certificate');

interface Telling {
  noticeId: string;
  /** Those with a higher serial number are told. */
  after: number;
}

/**
 * Tells entrants of the certificates that were issued to them, some at a time, and nobody twice. Of one that was revoked before
 * its turn, and of what was issued in its place, they were told by whoever did that, so that nothing is told that no longer stands.
 */
@Injectable()
export class CertificateTelling implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: CertificateQueries,
    private readonly notices: CertificateNotices,
  ) {}

  onModuleInit(): void {
    this.jobs.register<Telling>({ kind: JOB, run: (job) => this.run(job) });
  }

  /** Begins after the commit that issues them. */
  async begin(work: Work, noticeId: string, after: number): Promise<void> {
    await this.jobs.enqueue(work, JOB, { noticeId, after });
  }

  private async run({ input: { noticeId, after }, progress }: RunningJob<Telling>): Promise<void> {
    const issued = (await this.queries.ofNotice(noticeId)).filter(
      ({ serial, replacesId }) => serial > after && replacesId === null,
    );
    const tell = async (work: Work, part: readonly Certificate[]) => {
      const ids = part.map(({ id }) => id);
      // Who revokes one meanwhile waits, and tells so after.
      await work.lockRows(Certificate, ids);
      await this.notices.issued(work, await this.queries.valid(ids));
    };
    await inPieces(this.unitOfWork, ACTOR, issued, tell, progress);
  }
}
