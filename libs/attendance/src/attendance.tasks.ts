import type { Actor } from '@haishi/contracts';
import { type Task, type TaskProvider, TaskProviders } from '@haishi/identity';
import { isAllowed } from '@haishi/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Devices } from './device/devices.js';
import { Admissions } from './event/admissions.js';
import { isAdmitting } from './event/event.rules.js';
import { scopesOfEvent } from './event/admission-event.entity.js';

/** What admission wants done: gates to set up, persons to admit. */
@Injectable()
export class AttendanceTasks implements TaskProvider, OnModuleInit {
  constructor(
    private readonly providers: TaskProviders,
    private readonly admissions: Admissions,
    private readonly devices: Devices,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async tasks(actor: Actor): Promise<Task[]> {
    const now = Date.now();
    const events = (await this.admissions.list(actor)).filter(
      ({ state, closesAt }) => state !== 'closed' && closesAt.getTime() > now,
    );
    const tasks: Task[] = [];
    for (const event of events) {
      const { state, opensAt, closesAt } = event;
      const scopes = scopesOfEvent(event);
      const manages = isAllowed(actor, 'gate.manage', scopes);
      if (manages && (await this.devices.of(event.id)).length === 0)
        tasks.push({
          kind: 'gate.set_up',
          title: { zh: `登记检票设备：${event.nameZh}`, en: `Register gate devices: ${event.nameEn}` },
          href: `/staff/admissions/${event.id}`,
        });
      // Whoever manages the gates does not stand at one.
      if (!manages && isAllowed(actor, 'gate.scan', scopes))
        tasks.push({
          kind: 'gate.scan',
          title: { zh: `检票：${event.nameZh}`, en: `Scan tickets: ${event.nameEn}` },
          detail: { zh: event.placeZh, en: event.placeEn },
          href: `/gate?event=${event.id}`,
          live: isAdmitting({ state, opensAt: opensAt.getTime(), closesAt: closesAt.getTime() }, now),
        });
    }
    return tasks;
  }
}
