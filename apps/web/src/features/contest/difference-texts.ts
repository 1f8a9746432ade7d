/** The texts of what differs between two submissions, which the public pages of the same folder do without. */
import { addMessages } from '@/app/i18n';
import * as difference from './texts/project-difference.messages';

addMessages('project-difference', difference);
