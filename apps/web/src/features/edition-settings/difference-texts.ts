/** The texts of `DifferenceList`, for pages of another domain. */
import { addMessages } from '@/app/i18n';
import * as settings from './edition-settings.messages';

addMessages('edition-settings', settings);
