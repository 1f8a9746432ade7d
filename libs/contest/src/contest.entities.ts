import { ProjectParty } from './project/project-party.entity.js';
import { CreateProjectParties1764008030000 } from './project/project-party.migrations.js';
import { AdvancementReplacement, StageAdvancement } from './advancement/advancement.entity.js';
import { AddStruckBy1764003080000, CreateAdvancements1764000720000 } from './advancement/advancement.migrations.js';
import { ProjectAppeal } from './appeal/appeal.entity.js';
import { CreateProjectAppeals1764000922000, KeepAppealDeadlines1764007010100 } from './appeal/appeal.migrations.js';
import { Ceremony } from './ceremony/ceremony.entity.js';
import { CEREMONY_MIGRATIONS } from './ceremony/ceremony.migrations.js';
import { ProjectMark } from './duplicates/duplicates.entity.js';
import { Certificate } from './certificate/certificate.entity.js';
import {
  AddCertificateReplacing1764003080200,
  CreateCertificates1764000850000,
} from './certificate/certificate.migrations.js';
import { CreateProjectMarks1764000830000 } from './duplicates/duplicates.migrations.js';
import { Edition, EditionSerial, EditionStage } from './edition/edition.entity.js';
import { CreateEditions1764000000000, CreateEditionVersions1764000860000 } from './edition/edition.migrations.js';
import { EditionVersion } from './edition/edition-version.entity.js';
import {
  AddUnknownRules1764009010000,
  AddUnmetRules1764000862000,
} from './eligibility-rules/eligibility-rules.migrations.js';
import { AddProjectAnswers1764000861000 } from './entry-form/entry-form.migrations.js';
import { EligibilityClaim } from './eligibility-claim/claim.entity.js';
import { CreateEligibilityClaims1764000921000 } from './eligibility-claim/claim.migrations.js';
import { EligibilityDecision } from './eligibility/eligibility.entity.js';
import { AddReasonNames1764003040000, CreateEligibility1764000002000 } from './eligibility/eligibility.migrations.js';
import { TellAcceptancesApart1764003040200 } from './expert/expert.migrations.js';
import { LateCode, LateCodeUse } from './late-code/late-code.entity.js';
import { CreateLateCodes1764000910000 } from './late-code/late-code.migrations.js';
import { FormerOwner } from './project/former-owner.entity.js';
import { CreateFormerOwners1764002060000 } from './project/former-owner.migrations.js';
import { Project, ProjectMaterial, ProjectMember, ProjectSubmission } from './project/project.entity.js';
import { ProjectMove } from './project-move/move.entity.js';
import { CreateProjectMoves1764000931000 } from './project-move/move.migrations.js';
import { FormerMember } from './project-team/former-member.entity.js';
import { MemberInvitation } from './project-team/invitation.entity.js';
import {
  CreateFormerMembers1764003070000,
  CreateMemberInvitations1764003010000,
} from './project-team/team.migrations.js';
import { ProjectRecusal } from './project-recusal/project-recusal.entity.js';
import { CreateProjectRecusals1764005010000 } from './project-recusal/project-recusal.migrations.js';
import { ProjectTransfer } from './project-transfer/transfer.entity.js';
import { CreateProjectTransfers1764000920000 } from './project-transfer/transfer.migrations.js';
import {
  AddChosenPlace1764009030000,
  AddUndertakingDigest1764002040000,
  AddWithdrawReason1764003080100,
  CreateProjects1764000001000,
  KeepPersonalMaterials1764006010000,
  KeyProjectOrganisations1764005010100,
  RenewProjectKeys1764008020000,
  WidenProjectIndexes1764000930000,
} from './project/project.migrations.js';
import { GalleryRefusal } from './gallery/gallery.entity.js';
import { CreateGalleryRefusals1764000940000, IndexProjectVersions1764002020000 } from './gallery/gallery.migrations.js';
import { NoticeObjection, PublicNotice } from './public-notice/public-notice.entity.js';
import {
  AddObjectionEvidence1764004050100,
  CountCalendarDays1764004050000,
  CreatePublicNotices1764000740000,
  KeepNoticeHeadings1764007010000,
} from './public-notice/public-notice.migrations.js';
import { ROADSHOW_MIGRATIONS } from './roadshow/roadshow.migrations.js';
import { CollectedProject } from './collected/collected.entity.js';
import {
  AddCollectedImports1764002010000,
  AddCollectedReopening1764007030000,
  CreateCollectedProjects1764000950000,
  RenewCollectedKeys1764008020100,
} from './collected/collected.migrations.js';
import { Mailing, MailingRecipient } from './mailing/mailing.entity.js';
import { AddMailingTries1764002030000, CreateMailings1764000990000 } from './mailing/mailing.migrations.js';
import { ReviewEntry, ReviewRound } from './online-review/round.entity.js';
import {
  AddLeftDivergent1764003020100,
  AddRoundRescalings1764008010000,
  AddRoundReopening1764002040000,
  CountReviewReasons1764001910000,
  CreateReviewRounds1764000915000,
} from './online-review/round.migrations.js';
import { RoadshowEntry, RoadshowSession } from './roadshow/session.entity.js';
import { RoadshowSignature, RoadshowWitness } from './roadshow-record/record.entity.js';
import { CreateRoadshowRecords1764000620000 } from './roadshow-record/record.migrations.js';
import { RoadshowSignIn } from './roadshow-signin/sign-in.entity.js';
import { CreateRoadshowSignIns1764000610000 } from './roadshow-signin/sign-in.migrations.js';

export const CONTEST_ENTITIES = [
  Edition,
  EditionStage,
  EditionSerial,
  EditionVersion,
  GalleryRefusal,
  Project,
  ProjectMember,
  ProjectMaterial,
  ProjectSubmission,
  EligibilityDecision,
  EligibilityClaim,
  ProjectAppeal,
  RoadshowSession,
  RoadshowEntry,
  RoadshowSignIn,
  RoadshowWitness,
  RoadshowSignature,
  Ceremony,
  StageAdvancement,
  AdvancementReplacement,
  ProjectMark,
  PublicNotice,
  NoticeObjection,
  CollectedProject,
  Mailing,
  MailingRecipient,
  ReviewRound,
  ReviewEntry,
  Certificate,
  LateCode,
  LateCodeUse,
  ProjectTransfer,
  FormerOwner,
  MemberInvitation,
  FormerMember,
  ProjectMove,
  ProjectRecusal,
  ProjectParty,
];

export const CONTEST_MIGRATIONS = [
  CreateEditions1764000000000,
  CreateProjects1764000001000,
  CreateEligibility1764000002000,
  ...ROADSHOW_MIGRATIONS,
  ...CEREMONY_MIGRATIONS,
  CreateRoadshowSignIns1764000610000,
  CreateRoadshowRecords1764000620000,
  CreateAdvancements1764000720000,
  CreateProjectMarks1764000830000,
  CreatePublicNotices1764000740000,
  CreateCertificates1764000850000,
  CreateReviewRounds1764000915000,
  CountReviewReasons1764001910000,
  CreateCollectedProjects1764000950000,
  AddCollectedImports1764002010000,
  CreateMailings1764000990000,
  AddMailingTries1764002030000,
  CreateEditionVersions1764000860000,
  AddProjectAnswers1764000861000,
  CreateLateCodes1764000910000,
  AddUnmetRules1764000862000,
  CreateProjectTransfers1764000920000,
  CreateEligibilityClaims1764000921000,
  WidenProjectIndexes1764000930000,
  AddUndertakingDigest1764002040000,
  CreateProjectMoves1764000931000,
  CreateGalleryRefusals1764000940000,
  IndexProjectVersions1764002020000,
  CreateFormerOwners1764002060000,
  CreateProjectAppeals1764000922000,
  AddRoundReopening1764002040000,
  CreateMemberInvitations1764003010000,
  AddLeftDivergent1764003020100,
  AddReasonNames1764003040000,
  TellAcceptancesApart1764003040200,
  CreateFormerMembers1764003070000,
  CreateProjectRecusals1764005010000,
  KeyProjectOrganisations1764005010100,
  KeepPersonalMaterials1764006010000,
  CountCalendarDays1764004050000,
  AddObjectionEvidence1764004050100,
  KeepNoticeHeadings1764007010000,
  KeepAppealDeadlines1764007010100,
  AddStruckBy1764003080000,
  AddWithdrawReason1764003080100,
  AddCertificateReplacing1764003080200,
  AddCollectedReopening1764007030000,
  AddRoundRescalings1764008010000,
  RenewProjectKeys1764008020000,
  RenewCollectedKeys1764008020100,
  CreateProjectParties1764008030000,
  AddUnknownRules1764009010000,
  AddChosenPlace1764009030000,
];
