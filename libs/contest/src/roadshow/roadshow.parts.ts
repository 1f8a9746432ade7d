import { AbsenceService } from './absence.service.js';
import { CallService } from './call.service.js';
import { CandidateReader } from './candidate.reader.js';
import { ConductController } from './conduct.controller.js';
import { CourseService } from './course.service.js';
import { CorrectionService } from './correction.service.js';
import { DrawService } from './draw.service.js';
import { EntryList } from './entry-list.js';
import { EntryMaterials } from './entry-materials.js';
import { InterruptionService } from './interruption.service.js';
import { JudgePool } from './judge-pool.js';
import { RecusalService } from './recusal.service.js';
import { RoadshowChannels } from './roadshow.channel.js';
import { RoadshowPlaces } from './roadshow.places.js';
import { ScoringService } from './scoring.service.js';
import { ScreenController } from './screen.controller.js';
import { ScreenService } from './screen.service.js';
import { SessionAccess } from './session.access.js';
import { SessionCommands } from './session.commands.js';
import { EditionSessionController, SessionSetupController } from './session.controller.js';
import { SessionPublisher } from './session.publisher.js';
import { SessionProgresses } from './session.progress.js';
import { SessionQueries } from './session.queries.js';
import { SessionRecusing } from './session.recusing.js';
import { SessionTies } from './session.ties.js';
import { SessionResults } from './session.results.js';
import { SessionReader } from './session.reader.js';
import { SessionViews } from './session.views.js';
import { SetupService } from './setup.service.js';
import { SheetTies } from './sheet.ties.js';
import { StartService } from './start.service.js';
import { DeskController, StageController } from './stage.controller.js';
import { StageProjects } from './stage-projects.js';
import { StageService } from './stage.service.js';
import { TieService } from './tie.service.js';

/** The roadshow's part of the contest's module. */
export const ROADSHOW_CONTROLLERS = [
  EditionSessionController,
  SessionSetupController,
  StageController,
  ConductController,
  DeskController,
  ScreenController,
];
export const ROADSHOW_PROVIDERS = [
  SessionProgresses,
  SessionQueries,
  SessionTies,
  SessionAccess,
  SessionViews,
  SessionPublisher,
  SessionCommands,
  SessionResults,
  SessionReader,
  CandidateReader,
  StageProjects,
  JudgePool,
  SessionRecusing,
  SheetTies,
  EntryList,
  EntryMaterials,
  SetupService,
  DrawService,
  StartService,
  CallService,
  CourseService,
  StageService,
  AbsenceService,
  InterruptionService,
  CorrectionService,
  TieService,
  RecusalService,
  ScoringService,
  ScreenService,
  RoadshowChannels,
  RoadshowPlaces,
];
