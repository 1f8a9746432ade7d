import { StreamableFile } from '@nestjs/common';
import type { ApiResponseNoStatusOptions } from '@nestjs/swagger';
import { attachmentHeader } from '../files/file.rules.js';
import { ChoiceField } from '../http/fields.js';
import { LIST_FORMATS, LIST_TYPES, type ListFormat } from './list.js';

/** A list that somebody takes home. */
export interface ListFile {
  name: string;
  format: ListFormat;
  bytes: Buffer;
}

export class ListQuery {
  @ChoiceField(LIST_FORMATS) format: ListFormat;
}

const binary = { schema: { type: 'string', format: 'binary' } } as const;

/** What a route that answers a list declares. */
export const LIST_ANSWER: ApiResponseNoStatusOptions = {
  content: Object.fromEntries(Object.values(LIST_TYPES).map((type) => [type.split(';')[0]!, binary])),
};

/** A list as a download under its name. */
export function sendList({ name, format, bytes }: ListFile): StreamableFile {
  return new StreamableFile(bytes, {
    type: LIST_TYPES[format],
    disposition: attachmentHeader(name),
    length: bytes.length,
  });
}
