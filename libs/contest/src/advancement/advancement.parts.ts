import { AdvancementController, StandingController } from './advancement.controller.js';
import { AdvancementEntries } from './advancement.entries.js';
import { AdvancementList } from './advancement.list.js';
import { AdvancementNotices } from './advancement.notices.js';
import { AdvancementQueries } from './advancement.queries.js';
import { AdvancementReader } from './advancement.reader.js';
import { AdvancementService } from './advancement.service.js';
import { AdvancementTelling } from './advancement.telling.js';
import { AdvancementTies } from './advancement.ties.js';
import { JudgedStages } from './judged-stages.js';
import { LeavingService } from './leaving.service.js';
import { Onward } from './onward.js';
import { Outcomes } from './outcomes.js';
import { ParticularsReader } from './particulars.reader.js';
import { Replacing } from './replacing.js';
import { StageCommands } from './stage.commands.js';
import { StandingReader } from './standing.reader.js';
import { AdvancementTasks } from './advancement.tasks.js';
import { Vacancies } from './vacancies.js';

/** Who advances from a stage, a part of the contest's module. */
export const ADVANCEMENT_CONTROLLERS = [AdvancementController, StandingController];
export const ADVANCEMENT_PROVIDERS = [
  AdvancementEntries,
  AdvancementList,
  AdvancementNotices,
  AdvancementQueries,
  AdvancementReader,
  AdvancementService,
  AdvancementTasks,
  AdvancementTelling,
  AdvancementTies,
  JudgedStages,
  LeavingService,
  Onward,
  Outcomes,
  ParticularsReader,
  Replacing,
  StageCommands,
  StandingReader,
  Vacancies,
];
