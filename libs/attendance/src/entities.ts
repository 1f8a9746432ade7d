import { GateDevice } from './device/device.entity.js';
import { AdmissionEvent } from './event/admission-event.entity.js';
import { AttendanceCounter } from './gate/counter.entity.js';
import { Gate } from './gate/gate.entity.js';
import { SigningKey } from './key/signing-key.entity.js';
import { Scan } from './scan/scan.entity.js';
import { Ticket } from './ticket/ticket.entity.js';

export const ATTENDANCE_ENTITIES = [AdmissionEvent, Gate, AttendanceCounter, GateDevice, SigningKey, Ticket, Scan];
