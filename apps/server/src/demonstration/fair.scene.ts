import type { Fair } from '@haishi/fair';
import type { Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { EmployersPart } from './employers.part.js';
import { FairPart } from './fair.part.js';
import { InvitationsPart } from './invitations.part.js';
import type { Load } from './load.js';
import type { Cast } from './people.part.js';
import { PositionsPart } from './positions.part.js';
import { TicketsPart } from './tickets.part.js';

/** The fair of the demonstration. */
@Injectable()
export class FairScene {
  constructor(
    private readonly fair: FairPart,
    private readonly employers: EmployersPart,
    private readonly positions: PositionsPart,
    private readonly invitations: InvitationsPart,
    private readonly tickets: TicketsPart,
  ) {}

  begin(load: Load, work: Work, file: URL): Promise<Fair> {
    return this.fair.load(load, work, file);
  }

  async load(load: Load, fair: Fair, cast: Cast): Promise<void> {
    const employers = await this.employers.load(load, fair, cast);
    await this.positions.load(load, fair, cast, employers);
    await this.fair.open(load, fair);
    const invited = await this.invitations.load(load, fair, cast);
    await this.tickets.load(load, fair, employers, invited, cast.gateStaff);
  }
}
