import { ChoiceField, ListQuery, TextField } from '@haishi/platform';
import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';
import { ENTRY_CHANNELS, type EntryChannel, STEP_KINDS, type StepKind } from './statistics.rules.js';

export class StatisticsQuery {
  @TextField({ max: 12, optional: true, description: 'Counts projects of this group alone.' }) group?: string;
  @ChoiceField(ENTRY_CHANNELS, { optional: true, description: 'Counts projects that came by this channel alone.' })
  channel?: EntryChannel;
}

export class StatisticsExportQuery extends IntersectionType(StatisticsQuery, ListQuery) {}

/** A region, division, group, channel or stage; the code is empty for drafts that have not chosen yet. */
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

/** How many projects were handed in for the first time on a day. */
export class SubmissionDayView {
  @ApiProperty({ description: 'Such as `2026-11-24`, in the time zone of the edition.' }) day: string;
  @ApiProperty() count: number;
}

/** In hundredths. */
export class IntervalView {
  @ApiProperty() from: number;
  @ApiProperty() to: number;
}

/** How a judge scored beside the others of the same entries. */
export class JudgeView {
  @ApiProperty({ description: 'Empty where the person was erased.' }) name: string;
  @ApiProperty({ type: Number, nullable: true, description: 'Entries that they were given; null on a stage.' })
  assigned: number | null;
  @ApiProperty({ description: 'Valid sheets.' }) sheets: number;
  @ApiProperty({ type: Number, nullable: true, description: 'Of these, after they were due; null on a stage.' })
  late: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Of the totals, in hundredths; null where there is no sheet.',
  })
  mean: number | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Mean difference from the mean of all valid sheets of the entry, in hundredths; below 0 is harsher.',
  })
  difference: number | null;
  @ApiProperty({
    type: IntervalView,
    nullable: true,
    description:
      'Where the difference lies in the long run, with 95 % confidence; null where there is too little to tell.',
  })
  interval: IntervalView | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Correlation with the mean of the others, in hundredths; null below three entries.',
  })
  agreement: number | null;
}

export class LoadView {
  @ApiProperty() min: number;
  @ApiProperty() max: number;
}

export class JudgedStageView extends StatisticsPartView {
  @ApiProperty({ enum: ['review', 'roadshow'] }) kind: 'review' | 'roadshow';
  @ApiProperty({ type: LoadView, nullable: true, description: 'Entries that each judge was to get; null on a stage.' })
  load: LoadView | null;
  @ApiProperty({ description: 'Sessions whose results are told, or 1 for a review; the figures are of them alone.' })
  sessions: number;
  @ApiProperty({
    description:
      'Sessions that are not confirmed or whose ceremony has not told the results; 1 for a review that is not confirmed.',
  })
  sealed: number;
  @ApiProperty({ type: [JudgeView], description: 'The harshest first.' }) judges: JudgeView[];
}

/** The statistics of an edition, for who organises all of it. */
export class StatisticsView {
  @ApiProperty() edition: StatisticsPartView;
  @ApiProperty({ description: 'IANA name; days are told in it.' }) timeZone: string;
  @ApiProperty({ description: 'How many more projects the reader is recused from, which count in no number.' })
  recused: number;
  @ApiProperty({ type: [StatisticsPartView] }) groups: StatisticsPartView[];
  @ApiProperty({ type: [StatisticsPartView], description: 'By which projects come.' }) channels: StatisticsPartView[];
  @ApiProperty() funnel: FunnelView;
  @ApiProperty({ type: [SubmissionDayView], description: 'The days of registration, up to today.' })
  days: SubmissionDayView[];
  @ApiProperty({
    type: [JudgedStageView],
    description: 'Stages that judge, in their order; of all groups and channels.',
  })
  judging: JudgedStageView[];
}
