import { LOCALES, type Locale, type Role, ROLE_NAMES, SCOPE_TYPES, type ScopeType } from '@haishi/contracts';
import {
  BoolField,
  ChoiceField,
  IdField,
  InstantField,
  IntField,
  LineField,
  ListField,
  ObjectField,
  PageQuery,
  TextField,
} from '@haishi/platform';
import { PERSON_STATES, type PersonState } from './person.entity.js';

export class LocalTextView {
  @TextField({ max: 200 }) zh: string;
  @TextField({ max: 200 }) en: string;
}

export class PersonGrantView {
  @IdField() id: string;
  @ChoiceField(ROLE_NAMES) role: Role;
  @ChoiceField(SCOPE_TYPES) scopeType: ScopeType;
  @TextField({ max: 80, min: 0 }) scopeId: string;
  @ObjectField(() => LocalTextView, { description: 'What the scope is called' }) scopeLabel: LocalTextView;
  @InstantField() grantedAt: Date;
}

export class PersonRow {
  @IdField() id: string;
  @LineField({ max: 100 }) name: string;
  @TextField({ max: 254, optional: true, description: 'In part, for who does not manage persons' }) mail: string | null;
  @TextField({ max: 16, optional: true, description: 'In part, for who does not manage persons' }) phone: string | null;
  @ChoiceField(PERSON_STATES) state: PersonState;
  @ListField(() => PersonGrantView, { max: 500 }) grants: PersonGrantView[];
}

export class PersonPage {
  @ListField(() => PersonRow, { max: 200 }) items: PersonRow[];
  @TextField({ max: 400, optional: true }) next?: string;
}

export class PersonView extends PersonRow {
  @ChoiceField(LOCALES) locale: Locale;
  @BoolField() demo: boolean;
  @BoolField() secondFactorEnrolled: boolean;
  @InstantField() createdAt: Date;
  @IntField() version: number;
}

export class PersonQuery extends PageQuery {
  @TextField({ max: 100, optional: true, description: 'Part of a name, or a whole mail address or phone number' })
  q?: string;
  @ChoiceField(ROLE_NAMES, { optional: true }) role?: Role;
  @ChoiceField(SCOPE_TYPES, { optional: true }) scopeType?: ScopeType;
  @TextField({ max: 80, optional: true }) scopeId?: string;
}

export class GrantBody {
  @ChoiceField(ROLE_NAMES) role: Role;
  @ChoiceField(SCOPE_TYPES) scopeType: ScopeType;
  @TextField({ max: 80, min: 0, description: 'Empty for `system`' }) scopeId: string;
}

export class CreatedId {
  @IdField() id: string;
}

export class PersonStateBody {
  @ChoiceField(['active', 'disabled']) state: 'active' | 'disabled';
  @TextField({ max: 500 }) reason: string;
}
