import { hash, randomBytes } from 'node:crypto';
import { type Actor, failure } from '@haishi/contracts';
import { Links } from '@haishi/identity';
import { newId } from '@haishi/kernel';
import { assertAllowed, Database, isAllowed, UnitOfWork, type Work } from '@haishi/platform';
import { Injectable } from '@nestjs/common';
import { Equal, IsNull } from 'typeorm';
import { AdmissionEvent, scopesOfEvent } from '../event/admission-event.entity.js';
import { FreshCache } from '../fresh-cache.js';
import { Gate } from '../gate/gate.entity.js';
import { GateDevice } from './device.entity.js';

/** How long another server's change may go unnoticed here, in milliseconds. */
const FRESH_FOR = 2_000;
/** Links that set up devices at one gate. */
const ENROLMENT = 'attendance.device';
const LINK_DAYS = 7;

const hashOf = (token: string) => hash('sha256', token, 'base64url');

/** The phones and scanners that may scan; each acts by its own token. */
@Injectable()
export class Devices {
  private readonly known = new FreshCache((tokenHash) => this.read(tokenHash), FRESH_FOR);

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly links: Links,
  ) {}

  /** The device of this token; fails with `attendance.device_unknown`. */
  async resolve(token: string | undefined): Promise<GateDevice> {
    const device = token ? await this.known.get(hashOf(token)) : null;
    if (!device) throw failure('attendance.device_unknown');
    return device;
  }

  /** Sets up the device in the actor's hand at a gate. The token is told once. */
  async register(actor: Actor, gateId: string, name: string): Promise<{ device: GateDevice; token: string }> {
    return this.uow.run(actor, async (work) => {
      const { gate, event } = await this.place(gateId);
      assertAllowed(actor, 'gate.scan', scopesOfEvent(event));
      return this.create(work, gate, event, name);
    });
  }

  /** A link by which one device without an account is set up at a gate, within a week. */
  async invite(actor: Actor, gateId: string): Promise<{ id: string; token: string; expiresAt: Date }> {
    return this.uow.run(actor, async (work) => {
      const { gate, event } = await this.place(gateId);
      assertAllowed(actor, 'gate.manage', scopesOfEvent(event));
      const expiresAt = new Date(work.now.getTime() + LINK_DAYS * 86_400_000);
      const subject = { subjectType: 'gate', subjectId: gateId, scopes: scopesOfEvent(event) };
      const link = await this.links.create(work, { purpose: ENROLMENT, ...subject, label: gate.name, expiresAt });
      return { ...link, expiresAt };
    });
  }

  /** Sets up a device by a link, which is good once. Fails with `identity.link_not_valid`. */
  async enrol(actor: Actor, linkToken: string, name: string): Promise<{ device: GateDevice; token: string }> {
    const link = await this.links.resolve(linkToken, ENROLMENT);
    return this.uow.run({ ...actor, kind: 'link', id: link.id, name }, async (work) => {
      await this.links.spend(work, link.id);
      const { gate, event } = await this.place(link.subjectId);
      return this.create(work, gate, event, name);
    });
  }

  /** Moves the device to another gate of its event. Fails with `attendance.wrong_event`. */
  async move(actor: Actor, device: GateDevice, gateId: string): Promise<void> {
    await this.uow.run(deviceActor(device, actor), async (work) => {
      const { gate, event } = await this.place(gateId);
      if (gate.eventId !== device.eventId) throw failure('attendance.wrong_event', { field: 'gateId' });
      await work.manager.update(GateDevice, { id: Equal(device.id) }, { gateId });
      await this.changed(work, 'gate_device.moved', device, event, gateId);
    });
  }

  /** Switches a device off; its next scan is refused. */
  async revoke(actor: Actor, deviceId: string): Promise<void> {
    await this.uow.run(actor, async (work) => {
      const device = await work.manager.findOneBy(GateDevice, { id: Equal(deviceId) });
      if (!device) throw failure('common.not_found');
      const event = await work.manager.findOneByOrFail(AdmissionEvent, { id: Equal(device.eventId) });
      if (!isAllowed(actor, 'gate.manage', scopesOfEvent(event))) throw failure('common.not_found');
      const { affected } = await work.manager.update(
        GateDevice,
        { id: Equal(deviceId), revokedAt: IsNull() },
        { revokedAt: work.now },
      );
      if (affected !== 1) throw failure('common.state_not_allowed', { params: { state: 'revoked' } });
      await this.changed(work, 'gate_device.revoked', device, event, device.gateId);
    });
  }

  /** The devices of an event that are not switched off, oldest first. */
  of(eventId: string): Promise<GateDevice[]> {
    return this.database.manager.find(GateDevice, {
      where: { eventId: Equal(eventId), revokedAt: IsNull() },
      order: { registeredAt: 'ASC', id: 'ASC' },
    });
  }

  private async create(work: Work, gate: Gate, event: AdmissionEvent, name: string) {
    if (event.state === 'closed') throw failure('attendance.event_closed');
    const token = randomBytes(32).toString('base64url');
    const device = work.manager.create(GateDevice, {
      id: newId(),
      eventId: gate.eventId,
      gateId: gate.id,
      name,
      tokenHash: hashOf(token),
      registeredBy: work.actor.id,
      registeredAt: work.now,
      revokedAt: null,
    });
    await work.manager.insert(GateDevice, device);
    await this.changed(work, 'gate_device.registered', device, event, gate.id);
    return { device, token };
  }

  private async changed(
    work: Work,
    type: string,
    device: GateDevice,
    event: AdmissionEvent,
    gateId: string,
  ): Promise<void> {
    const scopes = scopesOfEvent(event);
    const payload = { eventId: event.id, gateId, name: device.name };
    await work.event({ type, subjectType: 'gate_device', subjectId: device.id, scopes, payload });
    work.afterCommit(() => this.known.forget(device.tokenHash));
  }

  private async place(gateId: string): Promise<{ gate: Gate; event: AdmissionEvent }> {
    const { manager } = this.database;
    const gate = await manager.findOneBy(Gate, { id: Equal(gateId) });
    if (!gate) throw failure('common.not_found');
    return { gate, event: await manager.findOneByOrFail(AdmissionEvent, { id: Equal(gate.eventId) }) };
  }

  private read(tokenHash: string): Promise<GateDevice | null> {
    return this.database.manager.findOneBy(GateDevice, { tokenHash: Equal(tokenHash), revokedAt: IsNull() });
  }
}

/** The device acting on a request that it sent. */
export function deviceActor(device: GateDevice, request: Actor): Actor {
  return { ...request, kind: 'link', id: device.id, name: device.name, grants: [], secondFactor: false };
}
