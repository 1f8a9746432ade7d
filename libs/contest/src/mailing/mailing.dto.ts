import type { LocalText, Locale } from '@haishi/contracts';
import {
  ChoiceField,
  IdField,
  IntField,
  IntQuery,
  LineField,
  ObjectField,
  type Page,
  TextField,
  TextListField,
} from '@haishi/platform';
import { PROJECT_STATES } from '../project/project.rules.js';
import { AUDIENCES, type AudienceKind, STANDINGS } from './mailing.rules.js';

export class AudienceInput {
  @ChoiceField(AUDIENCES) kind: AudienceKind;
  @TextListField({
    max: 6,
    maxLength: 12,
    choices: PROJECT_STATES,
    optional: true,
    description: 'States of projects; all where absent.',
  })
  states?: string[] | null;
  @TextField({ max: 12, optional: true }) division?: string | null;
  @TextField({ max: 12, optional: true }) region?: string | null;
  @TextField({ max: 12, optional: true }) group?: string | null;
  @TextField({ max: 12, optional: true, description: 'A stage whose standing is published.' }) stage?: string | null;
  @TextListField({
    max: 3,
    maxLength: 12,
    choices: STANDINGS,
    optional: true,
    description: 'Where projects stand in that stage; all of it where absent.',
  })
  standings?: string[] | null;
  @IdField({ optional: true, description: 'A session; for judges too.' }) session?: string | null;
}

export class SubjectInput {
  @LineField({ max: 120 }) zh: string;
  @LineField({ max: 120 }) en: string;
}

export class BodyInput {
  @TextField({ max: 5000 }) zh: string;
  @TextField({ max: 5000 }) en: string;
}

export class MailingInput {
  @ObjectField(() => AudienceInput) audience: AudienceInput;
  @ObjectField(() => SubjectInput) subject: SubjectInput;
  @ObjectField(() => BodyInput, { description: 'May name {name}, {title}, {number}, {edition}.' }) text: BodyInput;
}

export class SendMailingInput extends MailingInput {
  @IntField({ min: 1, max: 1_000_000, description: 'How many were told by the preview.' }) recipients: number;
}

export const DELIVERY_STATES = ['waiting', 'queued', 'sent', 'failed'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export class RecipientQuery {
  @ChoiceField(DELIVERY_STATES, { optional: true }) state?: DeliveryState;
  @TextField({ max: 400, optional: true }) cursor?: string;
  @IntQuery({ min: 1, max: 200, optional: true }) limit?: number;
}

export interface MailingPreview {
  /** Without those of projects closed to who asks, who may get it as well. */
  recipients: number;
  /** How many projects in reach are closed to who asks, whomever they chose. */
  recused: number;
  /** The first few, as they will read it; a project that was never handed in is not named. */
  samples: { name: string; mail: string; locale: Locale; subject: string; text: string }[];
}

export interface MailingView {
  id: string;
  /** With the edition's name; what differs from one recipient to the next stands there as a word. */
  subject: LocalText;
  text: LocalText;
  audience: AudienceInput;
  /** Without those of projects closed to who asks, as in `counts`. */
  recipients: number;
  createdAt: string;
  createdBy: string;
  counts: Record<DeliveryState, number>;
}

export interface RecipientView {
  id: string;
  name: string;
  mail: string;
  /** Empty, as the number, where the project was never handed in. */
  title: string;
  number: string;
  state: DeliveryState;
  /** Why it failed. */
  reason: string | null;
  /** How often it was ordered: 1, and once more for each time that it was sent again by hand. */
  tries: number;
}

export type RecipientPage = Page<RecipientView>;
