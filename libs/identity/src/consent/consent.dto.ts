import { ChoiceField, InstantField, ListField, ObjectField, TextField } from '@haishi/platform';
import { LocalTextView } from '../person/person.dto.js';
import { CONSENT_PURPOSES, type ConsentPurpose } from './consent-documents.js';

export class ConsentDocumentView {
  @ChoiceField(CONSENT_PURPOSES) purpose: ConsentPurpose;
  @TextField({ max: 20 }) version: string;
  @ObjectField(() => LocalTextView) title: LocalTextView;
  @ObjectField(() => LocalTextView, { description: 'Paragraphs, each on a line' }) text: LocalTextView;
}

export class ConsentDocumentList {
  @ListField(() => ConsentDocumentView, { max: 20 }) items: ConsentDocumentView[];
}

export class ConsentView {
  @TextField({ max: 40 }) purpose: string;
  @TextField({ max: 20 }) version: string;
  @InstantField() givenAt: Date;
  @InstantField({ optional: true }) withdrawnAt: Date | null;
}

export class ConsentList {
  @ListField(() => ConsentView, { max: 1000 }) items: ConsentView[];
}

export class ConsentBody {
  @ChoiceField(CONSENT_PURPOSES) purpose: ConsentPurpose;
  @TextField({ max: 20 }) version: string;
}
