import {
  IdField,
  InstantField,
  JsonField,
  ListField,
  ListQuery,
  ObjectField,
  PageQuery,
  TextField,
} from '@haishi/platform';
import { IntersectionType, OmitType } from '@nestjs/swagger';
import { LocalTextView } from '../person/person.dto.js';

export class AuditFilter extends PageQuery {
  @TextField({ max: 64, optional: true, description: 'Id of a person, link or part of the system' }) actorId?: string;
  @TextField({ max: 80, optional: true, description: 'An event type or its beginning, such as `project.`' })
  type?: string;
  @TextField({ max: 60, optional: true }) subjectType?: string;
  @TextField({ max: 64, optional: true }) subjectId?: string;
  @TextField({ max: 64, optional: true, description: 'The address it came from' }) ip?: string;
  @InstantField({ optional: true }) from?: string;
  @InstantField({ optional: true, description: 'Not included' }) to?: string;
  @TextField({
    max: 100,
    optional: true,
    description:
      'In the type, the kind of subject or what they are called, the name of who acted, or the id of the subject',
  })
  text?: string;
}

/** All that the filters let through. */
export class AuditExportQuery extends IntersectionType(OmitType(AuditFilter, ['cursor', 'limit']), ListQuery) {}

export class AuditRow {
  @IdField() id: string;
  @InstantField() at: Date;
  @TextField({ max: 80 }) type: string;
  @ObjectField(() => LocalTextView, { description: 'What the type is called' }) label: LocalTextView;
  @TextField({ max: 16, description: '`person`, `link`, `system` or `anonymous`' }) actorKind: string;
  @TextField({ max: 64, min: 0 }) actorId: string;
  @TextField({ max: 200, min: 0, description: 'Empty where the person was erased' }) actorName: string;
  @TextField({ max: 60 }) subjectType: string;
  @TextField({ max: 64, min: 0 }) subjectId: string;
  @JsonField() scopes: Record<string, string>;
  @JsonField() payload: Record<string, unknown>;
  @JsonField({ optional: true, description: 'Values of a person, while they are not erased' }) personal: Record<
    string,
    unknown
  > | null;
  @TextField({ max: 64, min: 0 }) ip: string;
  @TextField({ max: 64, min: 0 }) requestId: string;
}

export class AuditPage {
  @ListField(() => AuditRow, { max: 200 }) items: AuditRow[];
  @TextField({ max: 400, optional: true }) next?: string;
}
