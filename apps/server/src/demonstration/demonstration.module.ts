import { DEMO_ACCOUNTS } from '@haishi/identity';
import { Global, Module, type Provider } from '@nestjs/common';
import { ContestScene } from './contest.scene.js';
import { LoadedAccounts } from './demo-accounts.js';
import { DemoFiles } from './demo-files.js';
import { DEMO_LOADER } from './demo-loader.js';
import { DemonstrationLoader, SUPPLIED_FILES, type SuppliedFiles } from './demonstration.loader.js';
import { EditionPart } from './edition.part.js';
import { EmployersPart } from './employers.part.js';
import { FairPart } from './fair.part.js';
import { FairScene } from './fair.scene.js';
import { InvitationsPart } from './invitations.part.js';
import { PastAwardsPart } from './past-awards.part.js';
import { PastEditionPart } from './past-edition.part.js';
import { PastFinalPart } from './past-final.part.js';
import { PeoplePart } from './people.part.js';
import { PositionsPart } from './positions.part.js';
import { ProjectsPart } from './projects.part.js';
import { OpeningPart } from './opening.part.js';
import { ReviewPart } from './review.part.js';
import { StagePart } from './stage.part.js';
import { TicketsPart } from './tickets.part.js';

/** Tells the sign-in panel the accounts of the demonstration. */
@Global()
@Module({ providers: [{ provide: DEMO_ACCOUNTS, useClass: LoadedAccounts }], exports: [DEMO_ACCOUNTS] })
export class DemoAccountsModule {}

/** The loader, for the module that has every room at hand. */
export function demonstrationProviders(supplied: SuppliedFiles): Provider[] {
  return [
    { provide: SUPPLIED_FILES, useValue: supplied },
    { provide: DEMO_LOADER, useClass: DemonstrationLoader },
    DemoFiles,
    PeoplePart,
    EditionPart,
    ProjectsPart,
    OpeningPart,
    StagePart,
    ReviewPart,
    PastFinalPart,
    PastAwardsPart,
    PastEditionPart,
    ContestScene,
    FairPart,
    EmployersPart,
    PositionsPart,
    InvitationsPart,
    TicketsPart,
    FairScene,
  ];
}
