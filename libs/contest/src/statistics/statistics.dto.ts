import { TextField } from '@haishi/platform';
import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';
import { STEP_KINDS, type StepKind } from './statistics.rules.js';

export class StatisticsQuery {
  @TextField({ max: 12, optional: true, description: 'Counts projects of this group alone.' }) group?: string;
}

/** A region, division, group or stage; the code is empty for drafts that have not chosen yet. */
export class StatisticsPartView {
  @ApiProperty() code: string;
  @ApiProperty() name: LocalTextView;
}

export class FunnelStepView {
  @ApiProperty({ enum: STEP_KINDS }) kind: StepKind;
  @ApiProperty({ type: StatisticsPartView, nullable: true, description: 'Of `onStage` and `advanced`.' })
  stage: StatisticsPartView | null;
}

export class FunnelCellView {
  @ApiProperty() region: string;
  @ApiProperty() division: string;
  @ApiProperty({ type: [Number], description: 'Projects, in the order of the steps.' }) counts: number[];
}

export class FunnelPartView extends StatisticsPartView {
  @ApiProperty({ type: [Number], description: 'Projects, in the order of the steps.' }) counts: number[];
}

export class FunnelView {
  @ApiProperty({ type: [FunnelStepView] }) steps: FunnelStepView[];
  @ApiProperty({ type: [FunnelCellView] }) cells: FunnelCellView[];
  @ApiProperty({ type: [FunnelPartView] }) regions: FunnelPartView[];
  @ApiProperty({ type: [FunnelPartView] }) divisions: FunnelPartView[];
  @ApiProperty({ type: [Number] }) total: number[];
}

/** The statistics of an edition, for who organises all of it. */
export class StatisticsView {
  @ApiProperty() edition: StatisticsPartView;
  @ApiProperty({ description: 'IANA name; days are told in it.' }) timeZone: string;
  @ApiProperty({ type: [StatisticsPartView] }) groups: StatisticsPartView[];
  @ApiProperty() funnel: FunnelView;
}
