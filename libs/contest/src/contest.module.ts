import { type DynamicModule, Module } from '@nestjs/common';
import { ADVANCEMENT_CONTROLLERS, ADVANCEMENT_PROVIDERS } from './advancement/advancement.parts.js';
import { AdvancementQueries } from './advancement/advancement.queries.js';
import { APPEAL_CONTROLLERS, APPEAL_PROVIDERS } from './appeal/appeal.parts.js';
import { CEREMONY_CONTROLLERS, CEREMONY_PROVIDERS } from './ceremony/ceremony.parts.js';
import { CERTIFICATE_CONTROLLERS, CERTIFICATE_PROVIDERS } from './certificate/certificate.parts.js';
import { CHECK_QUEUE_CONTROLLERS, CHECK_QUEUE_PROVIDERS } from './check-queue/check-queue.parts.js';
import { ContestPlaces } from './contest.places.js';
import { ContestTasks } from './contest.tasks.js';
import { DUPLICATES_CONTROLLERS, DUPLICATES_PROVIDERS } from './duplicates/duplicates.parts.js';
import { EditionController } from './edition/edition.controller.js';
import { EditionQueries } from './edition/edition.queries.js';
import { EditionReader } from './edition/edition.reader.js';
import { EditionService } from './edition/edition.service.js';
import { EditionVersions } from './edition/edition.versions.js';
import { CHANGE_CONTROLLERS, CHANGE_PROVIDERS } from './edition-change/change.parts.js';
import { SUPPLIED_EDITION } from './edition/supplied-edition.js';
import { ELIGIBILITY_CONTROLLERS, ELIGIBILITY_PROVIDERS } from './eligibility/eligibility.parts.js';
import { COLLECTED_CONTROLLERS, COLLECTED_PROVIDERS } from './collected/collected.parts.js';
import { MAILING_CONTROLLERS, MAILING_PROVIDERS } from './mailing/mailing.parts.js';
import { EXPERT_CONTROLLERS, EXPERT_PROVIDERS } from './expert/expert.parts.js';
import { AllocationService } from './online-review/allocation.service.js';
import { ROUND_CONTROLLERS, ROUND_PROVIDERS } from './online-review/round.parts.js';
import { RoundService } from './online-review/round.service.js';
import { LIST_PROVIDERS } from './listing/list.parts.js';
import { LATE_CODE_CONTROLLERS, LATE_CODE_PROVIDERS } from './late-code/late-code.parts.js';
import {
  ELIGIBILITY_RULES_CONTROLLERS,
  ELIGIBILITY_RULES_PROVIDERS,
} from './eligibility-rules/eligibility-rules.parts.js';
import { GALLERY_CONTROLLERS, GALLERY_PROVIDERS } from './gallery/gallery.parts.js';
import { ClosedCandidates } from './involvement/closed-candidates.js';
import { FreeOthers } from './involvement/free-others.js';
import { InvolvedPersons } from './involvement/involved-persons.js';
import { TyingFacts } from './involvement/tying-facts.js';
import { ProjectParties } from './project/project-parties.js';
import { Involvement } from './involvement/involvement.js';
import { MaterialAccess } from './project/material.access.js';
import { MaterialService } from './project/material.service.js';
import { OwnProjectsReader } from './project/own-projects.reader.js';
import { ProjectController } from './project/project.controller.js';
import { ProjectCounts } from './project/project.counts.js';
import { ProjectHistory } from './project/project.history.js';
import { FormerOwners } from './project/former-owners.js';
import { HandedIn } from './project/handed-in.js';
import { ProjectLoader } from './project/project.loader.js';
import { ProjectNotices } from './project/project.notices.js';
import { ProjectPersonalData } from './project/project.personal-data.js';
import { ProjectQueries } from './project/project.queries.js';
import { Recipients } from './project/recipients.js';
import { ProjectReader } from './project/project.reader.js';
import { Telling } from './project/telling.js';
import { PROJECT_RECUSAL_CONTROLLERS, PROJECT_RECUSAL_PROVIDERS } from './project-recusal/recusal.parts.js';
import { ProjectService } from './project/project.service.js';
import { SubmissionService } from './project/submission.service.js';
import { DIFFERENCE_CONTROLLERS, DIFFERENCE_PROVIDERS } from './project-difference/difference.parts.js';
import { SUBMISSION_CONTROLLERS, SUBMISSION_PROVIDERS } from './project-submission/submission.parts.js';
import { PROJECT_EXPORT_CONTROLLERS, PROJECT_EXPORT_PROVIDERS } from './project-export/project-export.parts.js';
import { MOVE_CONTROLLERS, MOVE_PROVIDERS } from './project-move/move.parts.js';
import { TEAM_CONTROLLERS, TEAM_PROVIDERS } from './project-team/team.parts.js';
import { TIMELINE_CONTROLLERS, TIMELINE_PROVIDERS } from './project-timeline/timeline.parts.js';
import { WITHDRAWAL_CONTROLLERS, WITHDRAWAL_PROVIDERS } from './project-withdrawal/withdrawal.parts.js';
import { TRANSFER_CONTROLLERS, TRANSFER_PROVIDERS } from './project-transfer/transfer.parts.js';
import { PublicNoticeList } from './public-notice/public-notice.list.js';
import { NOTICE_CONTROLLERS, NOTICE_PROVIDERS } from './public-notice/public-notice.parts.js';
import { ROADSHOW_CONTROLLERS, ROADSHOW_PROVIDERS } from './roadshow/roadshow.parts.js';
import { AUDIENCE_CONTROLLERS, AUDIENCE_PROVIDERS } from './roadshow-audience/audience.parts.js';
import { ENTRANT_CONTROLLERS, ENTRANT_PROVIDERS } from './roadshow-entrant/entrant.parts.js';
import { PAPER_CONTROLLERS, PAPER_PROVIDERS } from './roadshow-papers/paper.parts.js';
import { RECORD_CONTROLLERS, RECORD_PROVIDERS } from './roadshow-record/record.parts.js';
import { RecordQueries } from './roadshow-record/record.queries.js';
import { RecordService } from './roadshow-record/record.service.js';
import { KEYED_CONTROLLERS, KEYED_PROVIDERS } from './roadshow-keyed/keyed.parts.js';
import { SIGN_IN_CONTROLLERS, SIGN_IN_PROVIDERS } from './roadshow-signin/sign-in.parts.js';
import { STATISTICS_CONTROLLERS, STATISTICS_PROVIDERS } from './statistics/statistics.parts.js';
import { SignInService } from './roadshow-signin/sign-in.service.js';
import { TIE_CHAIN_CONTROLLERS, TIE_CHAIN_PROVIDERS } from './tie-chain/tie-chain.parts.js';
import { CallService } from './roadshow/call.service.js';
import { CourseService } from './roadshow/course.service.js';
import { DrawService } from './roadshow/draw.service.js';
import { ScoringService } from './roadshow/scoring.service.js';
import { SetupService } from './roadshow/setup.service.js';
import { StageService } from './roadshow/stage.service.js';
import { StartService } from './roadshow/start.service.js';

/** What upper rooms use. */
const PUBLIC = [EditionQueries, EditionReader, EditionService, ProjectQueries];

const OWN = [
  ContestPlaces,
  ContestTasks,
  EditionVersions,
  ClosedCandidates,
  FreeOthers,
  InvolvedPersons,
  Involvement,
  TyingFacts,
  MaterialAccess,
  MaterialService,
  ProjectCounts,
  ProjectHistory,
  ProjectLoader,
  FormerOwners,
  Recipients,
  HandedIn,
  OwnProjectsReader,
  ProjectNotices,
  ProjectParties,
  ProjectPersonalData,
  ProjectReader,
  Telling,
  ProjectService,
  SubmissionService,
];

/** Editions, projects, eligibility, roadshow. */
@Module({})
export class ContestModule {
  /** @param suppliedEdition where the edition file lies that comes with the product */
  static forRoot(suppliedEdition: URL): DynamicModule {
    return {
      module: ContestModule,
      controllers: [
        EditionController,
        ProjectController,
        ...ELIGIBILITY_CONTROLLERS,
        ...ROADSHOW_CONTROLLERS,
        ...CEREMONY_CONTROLLERS,
        ...PAPER_CONTROLLERS,
        ...AUDIENCE_CONTROLLERS,
        ...ENTRANT_CONTROLLERS,
        ...SIGN_IN_CONTROLLERS,
        ...RECORD_CONTROLLERS,
        ...KEYED_CONTROLLERS,
        ...ADVANCEMENT_CONTROLLERS,
        ...DUPLICATES_CONTROLLERS,
        ...ELIGIBILITY_RULES_CONTROLLERS,
        ...CHECK_QUEUE_CONTROLLERS,
        ...APPEAL_CONTROLLERS,
        ...NOTICE_CONTROLLERS,
        ...CERTIFICATE_CONTROLLERS,
        ...LATE_CODE_CONTROLLERS,
        ...DIFFERENCE_CONTROLLERS,
        ...SUBMISSION_CONTROLLERS,
        ...PROJECT_EXPORT_CONTROLLERS,
        ...TRANSFER_CONTROLLERS,
        ...WITHDRAWAL_CONTROLLERS,
        ...PROJECT_RECUSAL_CONTROLLERS,
        ...TEAM_CONTROLLERS,
        ...TIMELINE_CONTROLLERS,
        ...MOVE_CONTROLLERS,
        ...STATISTICS_CONTROLLERS,
        ...COLLECTED_CONTROLLERS,
        ...MAILING_CONTROLLERS,
        ...EXPERT_CONTROLLERS,
        ...ROUND_CONTROLLERS,
        ...TIE_CHAIN_CONTROLLERS,
        ...CHANGE_CONTROLLERS,
        ...GALLERY_CONTROLLERS,
      ],
      providers: [
        ...PUBLIC,
        ...OWN,
        ...ELIGIBILITY_PROVIDERS,
        ...ROADSHOW_PROVIDERS,
        ...CEREMONY_PROVIDERS,
        ...PAPER_PROVIDERS,
        ...AUDIENCE_PROVIDERS,
        ...ENTRANT_PROVIDERS,
        ...SIGN_IN_PROVIDERS,
        ...RECORD_PROVIDERS,
        ...KEYED_PROVIDERS,
        ...ADVANCEMENT_PROVIDERS,
        ...DUPLICATES_PROVIDERS,
        ...ELIGIBILITY_RULES_PROVIDERS,
        ...CHECK_QUEUE_PROVIDERS,
        ...APPEAL_PROVIDERS,
        ...NOTICE_PROVIDERS,
        ...CERTIFICATE_PROVIDERS,
        ...LATE_CODE_PROVIDERS,
        ...DIFFERENCE_PROVIDERS,
        ...SUBMISSION_PROVIDERS,
        ...LIST_PROVIDERS,
        ...PROJECT_EXPORT_PROVIDERS,
        ...TRANSFER_PROVIDERS,
        ...WITHDRAWAL_PROVIDERS,
        ...PROJECT_RECUSAL_PROVIDERS,
        ...TEAM_PROVIDERS,
        ...TIMELINE_PROVIDERS,
        ...MOVE_PROVIDERS,
        ...STATISTICS_PROVIDERS,
        ...COLLECTED_PROVIDERS,
        ...MAILING_PROVIDERS,
        ...EXPERT_PROVIDERS,
        ...ROUND_PROVIDERS,
        ...TIE_CHAIN_PROVIDERS,
        ...CHANGE_PROVIDERS,
        ...GALLERY_PROVIDERS,
        { provide: SUPPLIED_EDITION, useValue: suppliedEdition },
      ],
      exports: [
        ...PUBLIC,
        AdvancementQueries,
        PublicNoticeList,
        SetupService,
        SignInService,
        RecordQueries,
        RecordService,
        DrawService,
        StartService,
        CallService,
        CourseService,
        StageService,
        ScoringService,
        RoundService,
        AllocationService,
      ],
    };
  }
}
