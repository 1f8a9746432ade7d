/** The texts of stepping back from a project, which the public pages of the same folder do without. */
import { addMessages } from '@/app/i18n';
import * as recusal from './texts/project-recusal.messages';

addMessages('project-recusal', recusal);
