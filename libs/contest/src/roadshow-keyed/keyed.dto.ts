import { IdField, IntField, JsonField, TextField } from '@haishi/platform';

export class KeyingBody {
  @IdField({ description: 'Made by the client for this keying; its repetitions carry the same.' }) keyId: string;
  @IntField({ min: 0, max: 1_000_000, description: 'The revision of the seat’s stored sheet; 0 where there is none.' })
  revision: number;
  @IdField({ optional: true, description: 'The own keying, by its `keyId`, that this one corrects.' })
  replaces?: string | null;
  @JsonField({ description: 'Hundredths by criterion code.' }) scores: Record<string, unknown>;
  @TextField({ max: 2000, optional: true }) comment?: string | null;
}

export class VoidInput {
  @IdField() keyingId: string;
  @TextField({ max: 500 }) reason: string;
}
