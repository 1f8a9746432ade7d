import {
  BoolField,
  ChoiceField,
  InstantField,
  IntField,
  IntQuery,
  LineField,
  PageQuery,
  TextField,
} from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import type { GateDevice } from '../device/device.entity.js';
import type { Gate } from '../gate/gate.entity.js';
import { type AdmissionEvent, scopesOfEvent } from './admission-event.entity.js';
import {
  EVENT_STATES,
  type EventState,
  GATE_STATES,
  type GateState,
  REENTRY_RULES,
  type ReentryRule,
} from './event.rules.js';

class LocalName {
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

/** A gate as pages see it. */
export class GateView {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ enum: [...GATE_STATES] }) state: GateState;
  @ApiProperty({ type: 'integer' }) version: number;

  static of({ id, name, state, version }: Gate): GateView {
    return { id, name, state, version };
  }
}

/** An admission event as pages see it. */
export class EventView {
  @ApiProperty() id: string;
  /** What it belongs to, such as `{ fair: id }`. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) scopes: Record<string, string>;
  @ApiProperty() name: LocalName;
  @ApiProperty() place: LocalName;
  @ApiProperty({ type: 'integer' }) approvedCapacity: number;
  @ApiProperty({ enum: [...REENTRY_RULES] }) reentry: ReentryRule;
  @ApiProperty({ description: 'IANA name; its hours are told in it.' }) timeZone: string;
  @ApiProperty({ type: String, format: 'date-time' }) opensAt: Date;
  @ApiProperty({ type: String, format: 'date-time' }) closesAt: Date;
  @ApiProperty({ enum: [...EVENT_STATES] }) state: EventState;
  @ApiProperty({ type: 'integer' }) version: number;
  @ApiProperty({ type: [GateView] }) gates: GateView[];

  static of(event: AdmissionEvent, gates: readonly Gate[]): EventView {
    const { id, approvedCapacity, reentry, timeZone, opensAt, closesAt, state, version } = event;
    return {
      id,
      scopes: scopesOfEvent(event) as Record<string, string>,
      name: { zh: event.nameZh, en: event.nameEn },
      place: { zh: event.placeZh, en: event.placeEn },
      approvedCapacity,
      reentry,
      timeZone,
      opensAt,
      closesAt,
      state,
      version,
      gates: gates.map((gate) => GateView.of(gate)),
    };
  }
}

export class EventChangeInput {
  @IntField({ min: 1, max: 1_000_000 }) approvedCapacity: number;
  @ChoiceField(REENTRY_RULES) reentry: ReentryRule;
  @InstantField() opensAt: string;
  @InstantField() closesAt: string;
  @ChoiceField(EVENT_STATES) state: EventState;
}

export class NewGateInput {
  @LineField({ max: 60 }) name: string;
}

export class GateChangeInput {
  @LineField({ max: 60 }) name: string;
  @ChoiceField(GATE_STATES) state: GateState;
}

export class DeviceView {
  @ApiProperty() id: string;
  @ApiProperty() gateId: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, format: 'date-time' }) registeredAt: Date;

  static of({ id, gateId, name, registeredAt }: GateDevice): DeviceView {
    return { id, gateId, name, registeredAt };
  }
}

export class LabelInput {
  @LineField({ max: 200 }) label: string;
}

/** A new link; the token is told this once. */
export class LinkView {
  @ApiProperty() id: string;
  @ApiProperty() token: string;
}

export class ScreenView {
  @ApiProperty() id: string;
  @ApiProperty() label: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: Date;
}

export class TokenInput {
  @TextField({ max: 100 }) token: string;
}

export class RotateInput {
  /** Whether tickets signed with the old key are refused from now on. */
  @BoolField() revoke: boolean;
}

export class ScanQuery extends PageQuery {
  @ChoiceField(['accepted', 'refused'], { optional: true }) answer?: 'accepted' | 'refused';
  @TextField({ max: 36, optional: true }) gateId?: string;
}

export class TicketQuery extends PageQuery {
  @TextField({ max: 100, optional: true }) q?: string;
  @ChoiceField(['valid', 'revoked'], { optional: true }) state?: 'valid' | 'revoked';
  @IntQuery({ min: 0, max: 1, optional: true }) inside?: number;
}
