/** The texts of the stage manager's desk. */
import { addMessages } from '@/app/i18n';
import * as stageDesk from './texts/stage-desk.messages';

addMessages('stageDesk', stageDesk);
