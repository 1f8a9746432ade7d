import {
  LOCALES,
  type Locale,
  PERMISSIONS,
  type Permission,
  type Role,
  ROLE_NAMES,
  SCOPE_TYPES,
  type ScopeType,
} from '@haishi/contracts';
import {
  BoolField,
  ChoiceField,
  IdField,
  InstantField,
  IntField,
  LineField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '@haishi/platform';
import { PASSWORD_MAX_LENGTH } from '../credential/password.rules.js';
import { IDENTIFIER_TYPES, type IdentifierType } from '../person/person.entity.js';
import { SIGN_IN_METHODS, type SignInMethod } from '../session/session.entity.js';

export class AccountPerson {
  @IdField() id: string;
  @LineField({ max: 100 }) name: string;
  @TextField({ max: 254, optional: true }) mail: string | null;
  @TextField({ max: 16, optional: true }) phone: string | null;
  @ChoiceField(LOCALES) locale: Locale;
  @IntField({ description: 'For `If-Match` of a change' }) version: number;
}

export class GrantView {
  @ChoiceField(ROLE_NAMES) role: Role;
  @ChoiceField(SCOPE_TYPES) scopeType: ScopeType;
  @TextField({ max: 80, min: 0 }) scopeId: string;
}

export class Features {
  @BoolField({ description: 'Whether the demonstration exists here' }) demo: boolean;
  @BoolField({ description: 'Whether caught mail can be read on a page' }) mailPage: boolean;
}

export class Site {
  @TextField({ max: 100, optional: true }) icp?: string;
  @TextField({ max: 100, optional: true }) police?: string;
}

/** Who is signed in, and what pages need to know before anything else. */
export class SessionView {
  @ObjectField(() => AccountPerson, { optional: true, description: 'Null where nobody is signed in' })
  person: AccountPerson | null;
  @ListField(() => GrantView, { max: 500 }) grants: GrantView[];
  @TextListField({ max: 100, maxLength: 40, choices: PERMISSIONS, description: 'In force now' })
  permissions: Permission[];
  @BoolField({ description: 'Whether this session passed its second factor' }) secondFactor: boolean;
  @BoolField({ description: 'Whether some role waits for a second factor' }) secondFactorRequired: boolean;
  @BoolField() secondFactorEnrolled: boolean;
  @BoolField({ description: 'Whether the privacy notice in force was agreed to' }) privacyAgreed: boolean;
  @ObjectField(() => Features) features: Features;
  @ObjectField(() => Site) site: Site;
}

export class SessionDeviceView {
  @IdField() id: string;
  @BoolField() current: boolean;
  @ChoiceField(SIGN_IN_METHODS) method: SignInMethod;
  @InstantField() createdAt: Date;
  @InstantField() lastSeenAt: Date;
  @TextField({ max: 64 }) ip: string;
  @TextField({ max: 200 }) userAgent: string;
}

export class SessionDeviceList {
  @ListField(() => SessionDeviceView, { max: 500 }) items: SessionDeviceView[];
}

export class EnrolmentView {
  @TextField({ max: 64, description: 'In base 32, to be typed where no QR code can be read' }) secret: string;
  @TextField({ max: 400, description: 'To be shown as a QR code' }) uri: string;
}

export class TotpConfirmBody {
  @TextField({ max: 6, pattern: /^\d{6}$/ }) code: string;
}

export class RecoveryCodes {
  @TextListField({ max: 10, maxLength: 11, description: 'Told once; each stands in for the device once' })
  codes: string[];
}

export class PasswordBody {
  @TextField({
    max: PASSWORD_MAX_LENGTH,
    raw: true,
    optional: true,
    description: 'Not needed shortly after a sign-in by code',
  })
  current?: string;
  @TextField({ max: PASSWORD_MAX_LENGTH, raw: true }) password: string;
}

export class AccountBody {
  @LineField({ max: 100 }) name: string;
  @ChoiceField(LOCALES) locale: Locale;
}

export class IdentifierBody {
  @ChoiceField(IDENTIFIER_TYPES) type: IdentifierType;
  @TextField({ max: 2, pattern: /^[A-Z]{2}$/, description: 'ISO 3166-1 alpha-2; CN for a resident number' })
  country: string;
  @TextField({ max: 30 }) number: string;
  @InstantField({ optional: true, description: 'Of a passport' }) expiresAt?: string;
}
