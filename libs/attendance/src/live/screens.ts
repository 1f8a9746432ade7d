import { type Actor, ATTENDANCE_SCREEN } from '@haishi/contracts';
import { Links } from '@haishi/identity';
import { assertAllowed, UnitOfWork } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { scopesOfEvent } from '../event/admission-event.entity.js';
import { Admissions } from '../event/admissions.js';

export interface ScreenLink {
  id: string;
  label: string;
  createdAt: Date;
}

/** The links by which screens show the headcount without an account. */
@Injectable()
export class Screens {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly links: Links,
    private readonly admissions: Admissions,
  ) {}

  /** Makes a link; its token is told once. */
  async create(actor: Actor, eventId: string, label: string): Promise<{ id: string; token: string }> {
    return this.uow.run(actor, async (work) => {
      const subject = await this.subject(actor, eventId);
      return this.links.create(work, { purpose: ATTENDANCE_SCREEN, ...subject, label });
    });
  }

  async list(actor: Actor, eventId: string): Promise<ScreenLink[]> {
    const { subjectType, subjectId } = await this.subject(actor, eventId);
    const links = await this.links.list(subjectType, subjectId);
    return links.map(({ id, label, createdAt }) => ({ id, label, createdAt }));
  }

  async revoke(actor: Actor, eventId: string, linkId: string): Promise<void> {
    await this.uow.run(actor, async (work) => this.links.revoke(work, linkId, await this.subject(actor, eventId)));
  }

  private async subject(actor: Actor, eventId: string) {
    const event = await this.admissions.visible(actor, eventId, 'attendance.read');
    const scopes = scopesOfEvent(event);
    assertAllowed(actor, 'screen.manage', scopes);
    return { subjectType: 'admission_event', subjectId: eventId, scopes };
  }
}
