import { LOCALES } from '@haishi/contracts';
import { ChoiceField, InstantField, IntField, LineField, TextField } from '@haishi/platform';
import { PASSWORD_MAX_LENGTH } from '../credential/password.rules.js';

const LOGIN = { max: 254, description: 'A mail address or phone number' };
const CODE = { max: 6, pattern: /^\d{6}$/ };

export class SignUpCodeInput {
  @TextField(LOGIN) address: string;
}

export class SignUpBody {
  @TextField(LOGIN) address: string;
  @TextField(CODE) code: string;
  @LineField({ max: 100 }) name: string;
  @TextField({ max: PASSWORD_MAX_LENGTH, raw: true }) password: string;
  @ChoiceField(LOCALES) locale: 'zh' | 'en';
  @TextField({ max: 20, description: 'The version of the privacy notice agreed to' }) privacyVersion: string;
}

export class PasswordSignInBody {
  @TextField(LOGIN) login: string;
  @TextField({ max: PASSWORD_MAX_LENGTH, raw: true }) password: string;
}

export class SignInCodeInput {
  @TextField(LOGIN) login: string;
}

export class CodeSignInBody {
  @TextField(LOGIN) login: string;
  @TextField(CODE) code: string;
}

export class SecondFactorBody {
  @TextField({ max: 20, description: 'Six digits of the authenticator, or a recovery code' }) code: string;
}

/** The same for every address. */
export class CodeSent {
  /** How long the code is good for, in seconds. */
  @IntField() expiresInSeconds: number;
  /** How long to wait before asking again, in seconds. */
  @IntField() againInSeconds: number;
}

export class SignedIn {
  @InstantField() expiresAt: Date;
}
