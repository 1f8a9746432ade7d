import { Injectable } from '@nestjs/common';
import { AppealTerms } from '../appeal/appeal.terms.js';
import { CertificateQueries } from '../certificate/certificate.queries.js';
import { EditionQueries } from '../edition/edition.queries.js';
import { LateCodeQueries } from '../late-code/late-code.queries.js';
import type { Project } from '../project/project.entity.js';
import { ListedNow } from '../public-notice/listed-now.js';
import { PublicNoticeQueries } from '../public-notice/public-notice.queries.js';
import type { Course } from './next-step.rules.js';
import type { TimelineStep } from './timeline.dto.js';

export interface Outcomes {
  steps: TimelineStep[];
  onNotice: boolean;
  certified: boolean;
  appeal: Course['appeal'];
}

/** What everybody, or the project's entrant, was told of it besides its own way: late codes, notices, certificates, appeals. */
@Injectable()
export class TimelineOutcomes {
  constructor(
    private readonly editions: EditionQueries,
    private readonly publicNotices: PublicNoticeQueries,
    private readonly listed: ListedNow,
    private readonly certificates: CertificateQueries,
    private readonly lateCodes: LateCodeQueries,
    private readonly appeals: AppealTerms,
  ) {}

  async of(project: Project, now: Date): Promise<Outcomes> {
    const notices = await this.listings(project);
    const certificates = await this.certificates.ofProject(project.id);
    const given = certificates.flatMap(({ content, issuedAt, revokedAt, revokeReason }): TimelineStep[] => [
      { kind: 'certificate', at: issuedAt, result: content.award },
      ...(revokedAt
        ? [{ kind: 'certificate_revoked' as const, at: revokedAt, result: content.award, text: revokeReason ?? '' }]
        : []),
    ]);
    const late = (await this.lateCodes.usedBy(project.id)).map(({ at, expiresAt }): TimelineStep => ({
      kind: 'late_code',
      at,
      dueAt: expiresAt,
    }));
    return {
      steps: [...late, ...notices.steps, ...given],
      onNotice: notices.open,
      certified: certificates.some(({ revokedAt }) => revokedAt === null),
      appeal: project.state === 'rejected' ? await this.appeal(project, now) : null,
    };
  }

  private async appeal(project: Project, now: Date): Promise<Course['appeal']> {
    const { appeal, deadline, obstacle } = await this.appeals.of(project, now);
    if (appeal?.state === 'open') return 'waits';
    return deadline && !obstacle ? { until: deadline } : null;
  }

  private async listings(project: Project): Promise<{ steps: TimelineStep[]; open: boolean }> {
    const stages = await this.editions.stages(project.editionId);
    const strikes = await this.publicNotices.strikes(project.id);
    const steps: TimelineStep[] = [];
    let open = false;
    for (const notice of await this.publicNotices.ofEdition(project.editionId)) {
      const { listings, left } = await this.listed.listings(notice, project.id);
      const last = listings.at(-1);
      if (!last) continue;
      const { id: noticeId, state, stageCode, endedAt, endReason } = notice;
      const strike = strikes.find((one) => one.noticeId === noticeId);
      const stage = stages.find(({ code }) => code === stageCode);
      const about = {
        noticeId,
        result: last.result,
        ...(stage ? { stage: { zh: stage.nameZh, en: stage.nameEn } } : {}),
      };
      for (const listing of listings) steps.push({ kind: 'listed', ...about, ...listing });
      if (strike?.answeredAt)
        steps.push({ kind: 'struck', at: strike.answeredAt, ...about, text: strike.answer ?? '' });
      const struckBefore = (at: Date) => strikes.some(({ answeredAt }) => answeredAt && answeredAt <= at);
      if (state === 'concluded' && endedAt && !struckBefore(endedAt))
        steps.push({ kind: 'notice_concluded', at: endedAt, ...about });
      if (state === 'revoked' && endedAt)
        steps.push({ kind: 'notice_revoked', at: endedAt, ...about, text: endReason ?? '' });
      open ||= state === 'open' && strikes.length === 0 && !left;
    }
    return { steps, open };
  }
}
