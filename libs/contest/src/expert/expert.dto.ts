import { BoolField, IdField, IntField, LineField, MailField, TextField, TextListField } from '@haishi/platform';
import type { TakenExperts } from '@haishi/review';
import { KIND_CODE_LENGTH } from '../edition/review.file.js';
import { EXPERT_LANGUAGES, EXPERT_LENGTHS } from './expert-row.rules.js';

export class ExpertInput {
  @LineField({ max: EXPERT_LENGTHS.name }) name: string;
  @MailField({ description: 'Whoever the pool has under it is brought up to date.' }) mail: string;
  @TextField({ max: KIND_CODE_LENGTH, description: 'One of the edition’s.' }) kind: string;
  @LineField({ max: EXPERT_LENGTHS.organisation }) organisationName: string;
  @TextField({ max: 18, optional: true }) creditCode?: string | null;
  @TextListField({ max: EXPERT_LENGTHS.aliases, maxLength: EXPERT_LENGTHS.alias, optional: true }) aliases?:
    | string[]
    | null;
  @TextListField({
    min: 1,
    max: EXPERT_LENGTHS.fields,
    maxLength: 12,
    description: 'Codes of divisions and fields.',
  })
  fields: string[];
  @TextField({ max: 12, optional: true }) region?: string | null;
  @TextListField({ max: EXPERT_LANGUAGES.length, maxLength: 2, optional: true }) languages?: string[] | null;
  @IntField({ min: 1, max: EXPERT_LENGTHS.capacity, optional: true }) capacity?: number | null;
  @BoolField({ optional: true, description: 'Takes back an expert who was withdrawn; refused otherwise.' }) restore?:
    | boolean
    | null;
}

export class ExpertTieInput {
  @TextField({ max: EXPERT_LENGTHS.organisation, description: 'As the expert declared it.' }) tie: string;
  @TextField({ max: 500 }) reason: string;
}

export class ExpertImportInput {
  @IdField({ description: 'An uploaded list.' }) fileId: string;
  @BoolField({ description: 'Whether it is taken over; read alone otherwise.' }) commit: boolean;
  @BoolField({
    optional: true,
    description: 'Takes back those of the list who were withdrawn; they stay so otherwise.',
  })
  restore?: boolean | null;
}

export interface ExpertView {
  id: string;
  /** What a change of the expert names in `If-Match`; 0 for somebody new. */
  version: number;
  name: string;
  mail: string;
  kind: string;
  organisationName: string;
  creditCode: string | null;
  aliases: string[];
  ties: string[];
  fields: string[];
  region: string | null;
  languages: string[];
  capacity: number | null;
  /** Whether it is the reader, who changes nothing of it. */
  own: boolean;
  /** Nobody with an account; an account without the role of a judge; terms not accepted yet; all done. */
  standing: 'unknown' | 'not_judge' | 'invited' | 'accepted';
}

export interface ExpertImportView {
  total: number;
  faults: { row: number; column: string; cell: string; value: string; code: string; message: string }[];
  unknownColumns: string[];
  /** Rows of experts who are withdrawn from the pool: they stay so, unless they are to be restored. */
  withdrawn: { row: number; name: string; mail: string }[];
  /** What was done; null where it was only read. */
  done: TakenExperts | null;
}
