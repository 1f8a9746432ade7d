import { AllocationService } from './allocation.service.js';
import { BlindNames } from './blind-names.js';
import { BlindTexts } from './blind-texts.js';
import { ClosingService } from './closing.service.js';
import { DeskNotices } from './desk.notices.js';
import { EntriesReader } from './entries.reader.js';
import { EntryRenewal } from './entry.renewal.js';
import { JudgeController } from './judge.controller.js';
import { JudgeFiles } from './judge.files.js';
import { JudgeReader } from './judge.reader.js';
import { JudgingService } from './judging.service.js';
import { LiftingController } from './lifting.controller.js';
import { LiftingService } from './lifting.service.js';
import { PairsList } from './pairs.list.js';
import { ReminderNotices } from './reminder.notices.js';
import { ReminderService } from './reminder.service.js';
import { RescalingService } from './rescaling.service.js';
import { ResultsExport } from './results.export.js';
import { ResultsReader } from './results.reader.js';
import { JudgeTies } from './judge.ties.js';
import { LateTieNotices } from './late-tie.notices.js';
import { ReviewNames } from './review.names.js';
import { RoundAccess } from './round.access.js';
import { RoundChannel } from './round.channel.js';
import { RoundCommands } from './round.commands.js';
import {
  AllocationController,
  RoundController,
  RoundPapersController,
  StageReviewController,
} from './round.controller.js';
import { RoundDivergence } from './round.divergence.js';
import { RoundIntake } from './round.intake.js';
import { RoundJudges } from './round.judges.js';
import { RoundJudging } from './round.judging.js';
import { RoundParties } from './round.parties.js';
import { RoundPlaces } from './round.places.js';
import { RoundPublisher } from './round.publisher.js';
import { RoundQueries } from './round.queries.js';
import { RoundReader } from './round.reader.js';
import { RoundRecusing } from './round.recusing.js';
import { RoundRulings } from './round.rulings.js';
import { RoundReturning } from './round.returning.js';
import { RoundResults } from './round.results.js';
import { RoundRoom } from './round.room.js';
import { RoundService } from './round.service.js';
import { RoundTask } from './round.task.js';
import { RoundTies } from './round.ties.js';
import { RunOutcomes } from './run.outcomes.js';
import { UnconfirmService } from './unconfirm.service.js';

/** The online review of a stage, a part of the contest's module. */
export const ROUND_CONTROLLERS = [
  StageReviewController,
  RoundController,
  RoundPapersController,
  AllocationController,
  LiftingController,
  JudgeController,
];
export const ROUND_PROVIDERS = [
  AllocationService,
  BlindNames,
  BlindTexts,
  ClosingService,
  DeskNotices,
  EntriesReader,
  EntryRenewal,
  JudgeFiles,
  JudgeReader,
  JudgingService,
  LiftingService,
  PairsList,
  ReminderNotices,
  ReminderService,
  RescalingService,
  ResultsExport,
  ResultsReader,
  ReviewNames,
  RoundAccess,
  RoundChannel,
  RoundCommands,
  RoundDivergence,
  RoundIntake,
  RoundJudges,
  RoundJudging,
  JudgeTies,
  LateTieNotices,
  RoundParties,
  RoundPlaces,
  RoundPublisher,
  RoundQueries,
  RoundReader,
  RoundRecusing,
  RoundResults,
  RoundRulings,
  RoundReturning,
  RoundRoom,
  RoundService,
  RoundTask,
  RoundTies,
  RunOutcomes,
  UnconfirmService,
];
