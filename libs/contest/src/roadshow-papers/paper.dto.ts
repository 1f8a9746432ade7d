import { IdField, IntQuery } from '@haishi/platform';

export class ScoreSheetQuery {
  @IdField({ optional: true, description: 'Only the sheets for this entry.' }) entryId?: string;
  @IntQuery({ min: 1, max: 50, optional: true, description: 'Only the sheets of this seat.' }) seatNo?: number;
}

export class OwnSheetQuery {
  @IdField({ optional: true, description: 'Only the sheet for this entry.' }) entryId?: string;
}
