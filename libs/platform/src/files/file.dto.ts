import { ApiProperty } from '@nestjs/swagger';
import { errorText, type Locale } from '@haishi/contracts';
import { ChoiceField } from '../http/fields.js';
import { FILE_STATES, type FileState, type StoredFile } from './file.entity.js';

export class FileQuery {
  @ChoiceField(['attachment', 'inline'], {
    optional: true,
    description: '`inline` shows a PDF in the browser; whatever else is saved.',
  })
  disposition?: 'attachment' | 'inline';
}

class FileProblem {
  @ApiProperty() code: string;
  /** In the reader's language. */
  @ApiProperty() detail: string;
}

/** What is known of a file. */
export class FileView {
  @ApiProperty() id: string;
  @ApiProperty() purpose: string;
  @ApiProperty() name: string;
  /** Bytes. */
  @ApiProperty({ type: 'integer' }) size: number;
  /** Media type of the content; empty until it is known. */
  @ApiProperty() type: string;
  @ApiProperty({ type: String, nullable: true }) sha256: string | null;
  @ApiProperty({ enum: [...FILE_STATES] }) state: FileState;
  /** Why it was rejected. */
  @ApiProperty({ type: () => FileProblem, nullable: true }) problem: FileProblem | null;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: Date;

  static of(file: StoredFile, locale: Locale): FileView {
    const { id, purpose, name, size, type, sha256, state, errorCode, createdAt } = file;
    const problem = errorCode
      ? { code: errorCode, detail: errorText(errorCode, locale, file.errorParams ?? {}) }
      : null;
    return { id, purpose, name, size, type, sha256, state, problem, createdAt };
  }
}
