export { CONTEST_ENTITIES, CONTEST_MIGRATIONS } from './contest.entities.js';
export { StageAdvancement } from './advancement/advancement.entity.js';
export { AdvancementQueries } from './advancement/advancement.queries.js';
export { type StagePlan, workOut } from './advancement/advancement.rules.js';
export { appealDeadline, DEFAULT_APPEAL_DAYS } from './appeal/appeal.rules.js';
export { ProjectAppeal } from './appeal/appeal.entity.js';
export { ContestModule } from './contest.module.js';
export { ProjectMark } from './duplicates/duplicates.entity.js';
export { projectMarks } from './duplicates/marks.js';
export type {
  EditionDefinition,
  EditionFile,
  StageDefinition,
  StageKind,
  StageSettings,
} from './edition/edition.definition.js';
export { Edition, EditionSerial, EditionStage, editionScopes, projectScopes } from './edition/edition.entity.js';
export { readEditionFile } from './edition/edition.file.js';
export { EditionQueries } from './edition/edition.queries.js';
export { EditionReader } from './edition/edition.reader.js';
export { EditionService } from './edition/edition.service.js';
export { countsOf, explain as explainConditions, type RuleCounts } from './eligibility-rules/evaluate.rules.js';
export { EligibilityClaim } from './eligibility-claim/claim.entity.js';
export { EligibilityDecision } from './eligibility/eligibility.entity.js';
export { judgeTermsOf, type RejectReason, type ReturnReason } from './edition/edition.defaults.js';
export { reasonText } from './eligibility/decision-item.js';
export { AllocationService } from './online-review/allocation.service.js';
export { ReviewEntry } from './online-review/round.entity.js';
export { RoundService } from './online-review/round.service.js';
export { MATERIAL_PURPOSE } from './project/material.service.js';
export { MemberInvitation } from './project-team/invitation.entity.js';
export { invitationExpiry, type InvitationState } from './project-team/team.rules.js';
export { Project, ProjectMaterial, ProjectMember, ProjectSubmission } from './project/project.entity.js';
export { type ProjectBrief, ProjectQueries } from './project/project.queries.js';
export { keyOfOrganisation, projectNumber, type ProjectState } from './project/project.rules.js';
export type { MemberContent, ProjectContent, ProjectSnapshot } from './project/project.snapshot.js';
export { PublicNotice } from './public-notice/public-notice.entity.js';
export { PublicNoticeList } from './public-notice/public-notice.list.js';
export { headingOf, noticeDays } from './public-notice/public-notice.rules.js';
export { CallService } from './roadshow/call.service.js';
export { CourseService } from './roadshow/course.service.js';
export { DrawService } from './roadshow/draw.service.js';
export { ScoringService } from './roadshow/scoring.service.js';
export { RoadshowEntry, RoadshowSession } from './roadshow/session.entity.js';
export { SetupService } from './roadshow/setup.service.js';
export { StageService } from './roadshow/stage.service.js';
export { StartService } from './roadshow/start.service.js';
export { RoadshowSignature } from './roadshow-record/record.entity.js';
export { RecordQueries } from './roadshow-record/record.queries.js';
export { RecordService } from './roadshow-record/record.service.js';
export { SignInService } from './roadshow-signin/sign-in.service.js';
export { readLog, type SessionLog } from './roadshow-papers/log.rules.js';
export { differences, replay } from './roadshow-papers/replay.rules.js';
export { ReplayError } from './roadshow-papers/replayed-session.rules.js';
export { termsDigest, undertakingDigest } from './edition/undertaking.rules.js';
