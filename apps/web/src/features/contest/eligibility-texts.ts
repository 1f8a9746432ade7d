/** The texts of eligibility checks, which the public pages of the same folder do without. */
import { addMessages } from '@/app/i18n';
import * as eligibility from './texts/eligibility.messages';

addMessages('eligibility', eligibility);
