import { failure } from '@haishi/contracts';
import type { AdmissionEvent } from '../event/admission-event.entity.js';
import type { SigningKeys } from '../key/signing-keys.js';
import { parseSerial, readTicketText } from '../ticket/ticket-text.rules.js';
import type { ScanInput } from './scan-input.js';
import type { PresentationFault } from './verdict.rules.js';

/** What was held before the reader: the ticket it names, or why it names none. */
export type Presentation = { serial: number; fault?: undefined } | { serial?: undefined; fault: PresentationFault };

/**
 * Reads a code, or a number typed by hand. Fails with `attendance.nothing_presented`.
 * @param at corrected time of the scan, milliseconds
 */
export async function readPresentation(
  input: ScanInput,
  event: AdmissionEvent,
  keys: SigningKeys,
  at: number,
): Promise<Presentation> {
  if ((input.code === undefined) === (input.number === undefined))
    throw failure('attendance.nothing_presented', { field: 'code' });
  if (input.code === undefined) {
    const serial = parseSerial(input.number!);
    return serial === undefined ? { fault: 'unreadable' } : { serial };
  }
  const text = readTicketText(input.code);
  if (!text) return { fault: 'unreadable' };
  if (!(await keys.isGenuine(text))) return { fault: 'bad_signature' };
  if (text.eventNumber !== event.number) return { fault: 'wrong_event' };
  return text.expiresAt * 1000 < at ? { fault: 'expired' } : { serial: text.serial };
}
