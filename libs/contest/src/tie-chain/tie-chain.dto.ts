import { TextListField } from '@haishi/platform';
import { MOST_TIES, TIE_LENGTH } from '../edition/ties.rules.js';

export class TieChainInput {
  @TextListField({
    max: MOST_TIES,
    maxLength: TIE_LENGTH,
    optional: true,
    description:
      'What separates equal results, in order: codes of criteria, `untrimmed`, or `stage:` and the code of an earlier stage. As the stage says, where absent.',
  })
  ties?: string[] | null;
}
