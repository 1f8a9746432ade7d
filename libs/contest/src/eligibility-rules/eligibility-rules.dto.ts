import { ApiProperty } from '@nestjs/swagger';
import { LocalTextView } from '../edition/edition.dto.js';
import { RULE_KINDS, RULE_SEVERITIES, type RuleKind, type RuleSeverity } from '../edition/rule.definition.js';
import { RULE_OUTCOMES, type RuleOutcome } from './evaluate.rules.js';

export class ExplanationView {
  @ApiProperty() code: string;
  @ApiProperty({ enum: RULE_KINDS }) kind: RuleKind;
  @ApiProperty({
    enum: RULE_SEVERITIES,
    description: 'Whether a project that fails it is refused, or its checker told.',
  })
  severity: RuleSeverity;
  @ApiProperty({ description: 'The rule as it is published.' }) text: LocalTextView;
  @ApiProperty({ enum: RULE_OUTCOMES }) outcome: RuleOutcome;
  @ApiProperty({ description: 'What was compared with what.' }) compared: LocalTextView;
}

export class ExplanationsView {
  @ApiProperty({ type: [ExplanationView], description: 'The rules of the project’s group, in the edition’s order.' })
  items: ExplanationView[];
}
