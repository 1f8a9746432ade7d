/** The texts of projects that change hands or places, which the public pages of the same folder do without. */
import { addMessages } from '@/app/i18n';
import * as handover from './texts/project-handover.messages';

addMessages('project-handover', handover);
