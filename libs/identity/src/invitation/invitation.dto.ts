import { LOCALES, type Locale, type Role, ROLE_NAMES, SCOPE_TYPES, type ScopeType } from '@haishi/contracts';
import {
  BoolField,
  ChoiceField,
  IdField,
  InstantField,
  IntField,
  LineField,
  ListField,
  MailField,
  ObjectField,
  PageQuery,
  PhoneField,
  TextField,
} from '@haishi/platform';
import { PASSWORD_MAX_LENGTH } from '../credential/password.rules.js';
import { LocalTextView } from '../person/person.dto.js';

/** How an invitation stands; `expired` is an open one whose time is over. */
export const INVITATION_STATUSES = ['open', 'accepted', 'revoked', 'expired'] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

export class InvitationBody {
  @ChoiceField(ROLE_NAMES) role: Role;
  @ChoiceField(SCOPE_TYPES) scopeType: ScopeType;
  @TextField({ max: 80, min: 0, description: 'Empty for `system`' }) scopeId: string;
  @LineField({ max: 100 }) name: string;
  @MailField({ optional: true }) mail?: string;
  @PhoneField({ optional: true }) phone?: string;
  @ChoiceField(LOCALES) locale: Locale;
  @IntField({ min: 1, max: 60, optional: true, description: 'Days until it expires; 14 unless given' }) days?: number;
}

export class InvitationCreated {
  @IdField() id: string;
  @TextField({ max: 400, optional: true, description: 'Told once, and only where it was sent to nobody' })
  link?: string;
}

export class InvitationView {
  @IdField() id: string;
  @ChoiceField(ROLE_NAMES) role: Role;
  @ChoiceField(SCOPE_TYPES) scopeType: ScopeType;
  @TextField({ max: 80, min: 0 }) scopeId: string;
  @ObjectField(() => LocalTextView) scopeLabel: LocalTextView;
  @LineField({ max: 100 }) name: string;
  @TextField({ max: 254, optional: true }) mail: string | null;
  @TextField({ max: 16, optional: true }) phone: string | null;
  @ChoiceField(INVITATION_STATUSES) status: InvitationStatus;
  @IntField() timesSent: number;
  @InstantField() createdAt: Date;
  @InstantField() expiresAt: Date;
  @InstantField({ optional: true }) acceptedAt: Date | null;
}

export class InvitationPage {
  @ListField(() => InvitationView, { max: 200 }) items: InvitationView[];
  @TextField({ max: 400, optional: true }) next?: string;
}

export class InvitationQuery extends PageQuery {
  @ChoiceField(ROLE_NAMES, { optional: true }) role?: Role;
  @ChoiceField(SCOPE_TYPES, { optional: true }) scopeType?: ScopeType;
  @TextField({ max: 80, optional: true }) scopeId?: string;
}

export class TokenBody {
  @TextField({ max: 100 }) token: string;
}

/** What an invitation offers. */
export class InvitationOffer {
  @ChoiceField(ROLE_NAMES) role: Role;
  @ObjectField(() => LocalTextView) roleLabel: LocalTextView;
  @ObjectField(() => LocalTextView) scopeLabel: LocalTextView;
  @LineField({ max: 100 }) name: string;
  @TextField({ max: 254, optional: true, description: 'In part' }) address: string | null;
  @BoolField({
    description: 'Whether accepting needs a sign-in first, because there is an account or no address to make one for',
  })
  signInFirst: boolean;
  @BoolField({ description: 'Whether the role will ask for a second factor' }) secondFactor: boolean;
  @InstantField() expiresAt: Date;
}

export class AcceptBody {
  @TextField({ max: 100 }) token: string;
  @LineField({ max: 100, optional: true, description: 'For a new account' }) name?: string;
  @TextField({ max: PASSWORD_MAX_LENGTH, raw: true, optional: true, description: 'For a new account' })
  password?: string;
  @ChoiceField(LOCALES, { optional: true }) locale?: Locale;
  @TextField({ max: 20, optional: true, description: 'For a new account: the privacy notice agreed to' })
  privacyVersion?: string;
}

export class Accepted {
  @ChoiceField(ROLE_NAMES) role: Role;
  @BoolField({ description: 'Whether the role waits for a second factor' }) secondFactorRequired: boolean;
}
