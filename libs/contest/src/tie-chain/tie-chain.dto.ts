import { TextListField } from '@haishi/platform';
import { MOST_TIES } from '../edition/ties.rules.js';

export class TieChainInput {
  @TextListField({
    max: MOST_TIES,
    maxLength: 12,
    optional: true,
    description:
      'What separates equal results, in order: codes of criteria, or `untrimmed`. As the stage says, where absent.',
  })
  ties?: string[] | null;
}
