import { type DynamicModule, Module } from '@nestjs/common';
import { FairController } from './fair/fair.controller.js';
import { SUPPLIED_FAIR } from './fair/fair.file.js';
import { FairQueries } from './fair/fair.queries.js';
import { FairReader } from './fair/fair.reader.js';
import { FairService } from './fair/fair.service.js';
import { FairPlaces } from './fair.places.js';
import { FairTasks } from './fair.tasks.js';
import { InvitationAccess } from './invitation/invitation.access.js';
import { FairInvitationController } from './invitation/invitation.controller.js';
import { InvitationFiles } from './invitation/invitation.files.js';
import { InvitationImportService } from './invitation/invitation-import.service.js';
import { InvitationNotices } from './invitation/invitation.notices.js';
import { InvitationPersonalData } from './invitation/invitation.personal-data.js';
import { InvitationQueries } from './invitation/invitation.queries.js';
import { InvitationQuotaService } from './invitation/invitation-quota.service.js';
import { InvitationReader } from './invitation/invitation.reader.js';
import { InvitationSender } from './invitation/invitation.sender.js';
import { InvitationService } from './invitation/invitation.service.js';
import { InvitationTasks } from './invitation/invitation.tasks.js';
import { InvitationTickets } from './invitation/invitation.tickets.js';
import { RsvpController } from './invitation/rsvp.controller.js';
import { RsvpService } from './invitation/rsvp.service.js';
import { ParticipationAccess } from './participation/participation.access.js';
import { ParticipationController } from './participation/participation.controller.js';
import { ParticipationNotices } from './participation/participation.notices.js';
import { ParticipationQueries } from './participation/participation.queries.js';
import { ParticipationReader } from './participation/participation.reader.js';
import { ParticipationService } from './participation/participation.service.js';
import { PositionCatalogue } from './position/position.catalogue.js';
import { PositionController } from './position/position.controller.js';
import { PositionFiles } from './position/position.files.js';
import { PositionImportController } from './position/position-import.controller.js';
import { PositionImportService } from './position/position-import.service.js';
import { PositionNotices } from './position/position.notices.js';
import { PositionQueries } from './position/position.queries.js';
import { PositionReader } from './position/position.reader.js';
import { PositionRelease } from './position/position.release.js';
import { PositionReview } from './position/position.review.js';
import { PositionSearch } from './position/position.search.js';
import { PositionSearchController } from './position/position-search.controller.js';
import { PositionService } from './position/position.service.js';

/** What upper rooms use. */
const PUBLIC = [FairQueries, FairReader, FairService];

const OWN = [
  FairPlaces,
  FairTasks,
  InvitationAccess,
  InvitationFiles,
  InvitationImportService,
  InvitationNotices,
  InvitationPersonalData,
  InvitationQueries,
  InvitationQuotaService,
  InvitationReader,
  InvitationSender,
  InvitationService,
  InvitationTasks,
  InvitationTickets,
  ParticipationAccess,
  ParticipationNotices,
  ParticipationQueries,
  ParticipationReader,
  ParticipationService,
  PositionCatalogue,
  PositionFiles,
  PositionImportService,
  PositionNotices,
  PositionQueries,
  PositionReader,
  PositionRelease,
  PositionReview,
  PositionSearch,
  PositionService,
  RsvpService,
];

const CONTROLLERS = [
  FairController,
  FairInvitationController,
  ParticipationController,
  PositionController,
  PositionImportController,
  PositionSearchController,
  RsvpController,
];

/** The talent fair: employers, positions, invitations. */
@Module({})
export class FairModule {
  /** @param suppliedFair where the fair file lies that comes with the product */
  static forRoot(suppliedFair: URL): DynamicModule {
    return {
      module: FairModule,
      controllers: CONTROLLERS,
      providers: [...PUBLIC, ...OWN, { provide: SUPPLIED_FAIR, useValue: suppliedFair }],
      exports: PUBLIC,
    };
  }
}
